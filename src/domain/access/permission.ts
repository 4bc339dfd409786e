// What a route may ask for, and which role holds what. A route without a permission does not compile.
// Scope is another question: a permission never widens the areas an account may see.

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
  'funds.enter', // enter acts of money for others to approve
  'funds.approve', // approve what somebody else entered, close months
  'monitoring.read', // the lists of work, orders and tasks of one’s area
  'monitoring.work', // register problems, mend what is one’s own, report back
  'monitoring.steer', // assign, verify, close, issue orders and circulars
  'supervision.read',
  'supervision.verify', // enter what a verification found
  'supervision.draw', // plan, draw and close rounds of checks
  'supervision.score', // score blind for a team
  'insight.read',
  'insight.simulate', // try rules on the register of one's area, and keep a trial
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

const reading: readonly Permission[] = [
  'access.self',
  'policy.read',
  'registry.read',
  'casework.read',
  'targeting.read',
  'insight.read',
  'workforce.read',
  'workforce.own',
  'assistance.read',
  'assistance.own',
  'publicity.read',
  'registry.indicators',
  'monitoring.read',
];

const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  province: [
    ...reading,
    'casework.act',
    'supervision.read',
    'supervision.draw',
    'policy.draft',
    'policy.approve',
    'audit.read',
    'audit.verify',
    'registry.export',
    'targeting.run',
    'insight.simulate',
    'insight.report',
    'funds.read',
  ],
  city: [
    ...reading,
    'registry.glass',
    'registry.attach',
    'supervision.read',
    'supervision.draw',
    'supervision.score',
    'casework.act',
    'policy.draft',
    'policy.approve',
    'audit.read',
    'audit.verify',
    'registry.export',
    'insight.simulate',
    'insight.report',
    'funds.read',
    'funds.approve',
    'monitoring.work',
    'monitoring.steer',
  ],
  county: [
    ...reading,
    'registry.glass',
    'supervision.read',
    'supervision.verify',
    'supervision.draw',
    'supervision.score',
    'casework.campaign',
    'casework.act',
    'workforce.visit',
    'workforce.manage',
    'assistance.plan',
    'assistance.approve',
    'assistance.deliver',
    'assistance.answer',
    'policy.draft',
    'policy.approve',
    'access.manage',
    'audit.read',
    'audit.verify',
    'registry.write',
    'registry.attach',
    'registry.resolve',
    'registry.merge',
    'registry.unmask',
    'registry.export',
    'registry.areas',
    'registry.indicate',
    'exchange.import',
    'targeting.run',
    'targeting.deliver',
    'targeting.answer',
    'targeting.decide',
    'insight.simulate',
    'insight.report',
    'publicity.post',
    'publicity.hear',
    'funds.read',
    'funds.enter',
    'funds.approve',
    'monitoring.work',
    'monitoring.steer',
  ],
  township: [
    ...reading,
    'registry.glass',
    'supervision.read',
    'supervision.verify',
    'supervision.draw',
    'supervision.score',
    'casework.act',
    'workforce.visit',
    'workforce.manage',
    'assistance.plan',
    'assistance.approve',
    'assistance.deliver',
    'assistance.answer',
    'publicity.post',
    'access.manage',
    'registry.write',
    'registry.attach',
    'registry.resolve',
    'registry.merge',
    'registry.unmask',
    'registry.export',
    'exchange.import',
    'targeting.answer',
    'funds.read',
    'funds.enter',
    'funds.approve',
    'monitoring.work',
    'monitoring.steer',
  ],
  village: [
    ...reading,
    'casework.act',
    'registry.write',
    'registry.attach',
    'registry.unmask',
    'targeting.answer',
    'workforce.visit',
    'assistance.plan',
    'assistance.deliver',
    'assistance.answer',
    'supervision.read',
    'supervision.verify',
    'supervision.score',
    'publicity.post',
    'funds.read',
    'monitoring.work',
  ],
  helper: [
    'access.self',
    'policy.read',
    'registry.read',
    'registry.write',
    'registry.attach',
    'casework.read',
    'casework.act',
    'supervision.verify',
    'targeting.read',
    'workforce.own',
    'workforce.visit',
    'assistance.own',
    'assistance.plan',
    'monitoring.read',
    'monitoring.work',
  ],
  // Departments and banks work from lists of their own, which later capabilities give them.
  department: [
    'access.self',
    'policy.read',
    'targeting.deliver',
    'registry.indicators',
    'registry.indicate',
    'assistance.deliver',
    'monitoring.read',
    'monitoring.work',
  ],
  bank: ['access.self', 'policy.read'],
  supervisor: [
    ...reading,
    'registry.glass',
    'registry.attach',
    'supervision.read',
    'supervision.draw',
    'supervision.score',
    'audit.read',
    'insight.simulate',
    'funds.read',
    'monitoring.work',
  ],
  auditor: [
    ...reading,
    'registry.glass',
    'supervision.read',
    'audit.read',
    'audit.verify',
    'registry.export',
    'funds.read',
  ],
  household: [
    'access.self',
    'policy.read',
    'registry.read',
    'registry.attach',
    'casework.read',
    'casework.act',
    'targeting.read',
    'workforce.own',
    'assistance.own',
    'assistance.answer',
  ],
  admin: [
    'access.self',
    'access.manage',
    'audit.read',
    'audit.verify',
    'policy.read',
    'registry.areas',
  ],
};

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsOfRole[role];
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
