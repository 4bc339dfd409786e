// What a route may ask for, and which role holds what. A route without a permission does not compile.
// Scope is another question: a permission never widens the areas an account may see.
import { permissionsOfRole } from './role-permissions.ts';

export const permissions = [
  'access.self', // one's own session, password, second factor, language
  'access.manage', // accounts of one's area
  'audit.read',
  'audit.verify', // prove the chains of one's counties
  'policy.read',
  'policy.draft', // prepare changes of a pack of one's area
  'policy.approve', // let somebody else's draft take effect
  'registry.read',
  'registry.write',
  'registry.resolve', // decide a conflict
  'registry.merge', // make one household of two, or take that back
  'registry.unmask', // see a sealed value, with a purpose
  'registry.export',
  'registry.attach', // hand in a file that proves something
  'registry.glass', // read one household outside one’s area, with a reason
  'registry.indicators', // indicators of villages and counties, and who has entered them
  'registry.indicate', // enter those one owns
  'registry.areas', // revise areas, hamlets, boundaries
  'exchange.import',
  'casework.read',
  'casework.campaign', // open a round over many households, and end it
  'casework.act', // act on a step that is one's own; the process says which
  'targeting.read',
  'targeting.run',
  'targeting.deliver', // departments' lists: one's own, or all of one's county
  'targeting.answer', // answer a lead
  'targeting.decide', // decide what somebody else answered
  'workforce.read', // helpers, coverage and organisation of an area
  'workforce.own', // who helps a household one may see
  'workforce.visit', // log visits, answer hand-overs
  'workforce.manage', // helpers, pairing, leave, posts
  'assistance.read', // plans, measures and what reached people, of an area
  'assistance.own', // what is planned for a household one may see, and its books
  'assistance.plan', // note needs, draft and submit plans, report how they go on
  'assistance.approve', // decide somebody else's plan, ask a department, settle a dispute
  'assistance.deliver', // record what was delivered, confirm a list
  'assistance.answer', // say whether it arrived
  'funds.read', // books of an area: sums, lines, entries
  'funds.desk', // payment lists and projects: one’s own, or all of one’s area
  'funds.list', // draw up payment lists and projects
  'funds.own', // what reached a household one may see
  'funds.enter', // enter acts of money for others to approve
  'funds.audit', // what rules over the books question, and evidence to take away
  'funds.approve', // approve what somebody else entered, close months
  'funds.loans', // loans of one’s area, or of one’s own bank
  'funds.ask', // enter a household’s application for a loan
  'funds.lend', // answer applications, lend, claim: for one’s own bank, or a village’s association
  'monitoring.read', // the lists of work, orders and tasks of one’s area
  'monitoring.work', // register problems, mend what is one’s own, report back
  'monitoring.steer', // assign, verify, close, issue orders and circulars
  'supervision.read',
  'supervision.verify', // enter what a verification found
  'supervision.draw', // plan, draw and close rounds of checks
  'supervision.score', // score blind for a team
  'insight.read',
  'insight.receive', // views that were shared with one’s role, and what one is sent
  'insight.simulate', // try rules on the register of one's area, and keep a trial
  'insight.budget', // set how much the levels of one's county may be asked to type
  'insight.report', // save and publish a report of figures
  'publicity.read',
  'publicity.post', // compile and post a notice, write down who objects by telephone
  'publicity.hear', // read and answer what the public objects, with the names of those who do
] as const;

export type Permission = (typeof permissions)[number];

export const roles = [
  'province',
  'city',
  'county',
  'township',
  'village',
  'helper',
  'department',
  'bank',
  'supervisor',
  'auditor',
  'household',
  'admin',
] as const;

export type Role = (typeof roles)[number];

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsOfRole[role];
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
