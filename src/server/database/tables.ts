// Row types of every table, generated from the migrated schema by scripts/generate-tables.ts; a test
// proves them fresh. int8 is read as a number and refuses what a number cannot hold; dates are
// YYYY-MM-DD, instants ISO 8601.
import type { ColumnType, Generated } from 'kysely';

/** Read as parsed JSON, written as JSON text. */
export type Json = ColumnType<unknown, string, string>;

export interface AccessAccountTable {
  id: string;
  username: string;
  password_hash: string | null;
  role: string;
  display_name: string;
  title: Generated<string>;
  area_code: string;
  area_codes: string[];
  households: string[] | null;
  language: Generated<string>;
  must_change_password: Generated<boolean>;
  totp_sealed: Buffer | null;
  totp_enabled: Generated<boolean>;
  failed_count: Generated<number>;
  locked_until: string | null;
  disabled_at: string | null;
  version: Generated<number>;
  created_at: Generated<string>;
  totp_last_step: number | null;
  signed_in_at: string | null;
}

export interface AccessAttemptTable {
  bucket: string;
  at: string;
}

export interface AccessOfficeTable {
  county: number;
  id: string;
  account: string;
  area_code: string;
  office: string;
  from_on: string;
  until_on: string | null;
}

export interface AccessSessionTable {
  token_hash: Buffer;
  account: string;
  stage: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  device: Generated<string>;
}

export interface AssistanceBenefitTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  person_id: string | null;
  person_name: string | null;
  line: string | null;
  list_id: string | null;
  code: string;
  benefit: string | null;
  kind: string;
  title: string;
  year: number;
  quantity: number | null;
  unit: string | null;
  promised_fen: number | null;
  promised_on: string;
  state: string;
  stage: string | null;
  delivered_on: string | null;
  delivered_fen: number | null;
  deliverer: Generated<string>;
  left_out_reason: Generated<string>;
  answered_on: string | null;
  field: string | null;
  result: string | null;
  details: ColumnType<unknown, string | undefined, string>;
  recorded_at: string;
}

export interface AssistanceListTable {
  county: number;
  id: string;
  area_code: string;
  title: string;
  code: string;
  benefit: string | null;
  year: number;
  deliverer: string;
  account: string | null;
  state: string;
  made_by: string;
  made_by_name: string;
  made_at: string;
  confirmed_by: string | null;
  confirmed_by_name: string | null;
  confirmed_at: string | null;
}

export interface AssistanceMeasureTable {
  county: number;
  id: string;
  plan_id: string;
  line: string;
  household_id: string | null;
  area_code: string;
  position: number;
  code: string;
  benefit: string | null;
  goal: string;
  focus: Generated<string>;
  method: Generated<string>;
  owner: Generated<string>;
  due_on: string | null;
  judged_by: Generated<string>;
  quantity: number | null;
  unit: string | null;
  promised_fen: number | null;
  field: string | null;
  expected: string | null;
  suggested_by: string | null;
  is_current: Generated<boolean>;
  state: Generated<string>;
  state_on: string | null;
}

export interface AssistanceNeedTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  list: string | null;
  code: string | null;
  words: Generated<string>;
  finding_id: string | null;
  noted_on: string;
  noted_by_name: string;
  met_on: string | null;
  met_by_name: string | null;
}

export interface AssistancePlanTable {
  county: number;
  id: string;
  household_id: string | null;
  area_code: string;
  number: number;
  revision: Generated<number>;
  state: string;
  from_year: number;
  to_year: number;
  goal: Generated<string>;
  primary_measure: string | null;
  pack: string;
  edition: string;
  made_by: string;
  made_by_name: string;
  made_at: string;
  submitted_by: string | null;
  submitted_by_name: string | null;
  submitted_at: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  reason: Generated<string>;
}

export interface AssistancePrintTable {
  county: number;
  id: string;
  household_id: string | null;
  area_code: string;
  paper: string;
  format: string;
  pages: number;
  households: number;
  digest: Buffer;
  account: string;
  account_name: string;
  printed_at: string;
  job: string | null;
}

export interface AssistancePrintPartTable {
  county: number;
  print_id: string;
  part: number;
  area_code: string;
  bytes: Buffer;
}

export interface AssistanceProgressTable {
  county: number;
  id: string;
  line: string;
  household_id: string | null;
  area_code: string;
  state: string;
  on_day: string;
  words: Generated<string>;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface AssistanceStepTable {
  county: number;
  id: string;
  benefit_id: string;
  household_id: string;
  area_code: string;
  act: string;
  stage: string | null;
  on_day: string;
  words: Generated<string>;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface AssistanceSumTable {
  area_code: string;
  kind: string;
  key: string[];
  households: number;
  persons: number;
  promised_fen: number;
  delivered_fen: number;
}

export interface AssistanceTargetTable {
  county: number;
  id: string;
  plan_id: string;
  line: string;
  household_id: string | null;
  area_code: string;
  kind: string;
  metric: string;
  title: Generated<string>;
  due_on: string;
  value: number | null;
  unit: string | null;
  done_on: string | null;
  done_by_name: string | null;
}

export interface AuditEntryTable {
  id: string;
  chain: number;
  at: string;
  account: string | null;
  act: string;
  area_code: string;
  subject: Generated<string>;
  facts: ColumnType<unknown, string | undefined, string>;
  digest: Buffer;
}

export interface AuditPendingTable {
  entry: string;
  chain: number;
}

export interface AuditSealTable {
  chain: number;
  number: number;
  entry: string;
  hash: Buffer;
  sealed_at: Generated<string>;
}

export interface CaseworkActTable {
  county: number;
  case_id: string;
  position: number;
  household_id: string | null;
  area_code: string;
  kind: string;
  step: string;
  account: string;
  account_name: string;
  capacity: string;
  is_typed: boolean;
  true_on: string;
  recorded_at: string;
  reason: string;
  outcome: string | null;
  meeting: ColumnType<unknown, string | null, string | null>;
  place: string | null;
  objection: number | null;
  verdict: string | null;
  objector: string | null;
  also: Generated<string[]>;
  proof: ColumnType<unknown, string | null, string | null>;
  roster: string | null;
  hangs_until: string | null;
}

export interface CaseworkActFileTable {
  county: number;
  case_id: string;
  position: number;
  attachment_id: string;
  household_id: string | null;
  area_code: string;
}

export interface CaseworkAssessmentTable {
  county: number;
  id: string;
  case_id: string;
  household_id: string;
  area_code: string;
  step: string;
  sheet: string | null;
  account: string;
  account_name: string;
  begun_at: string;
  answers: ColumnType<unknown, string | undefined, string>;
  done_at: string | null;
  total: number | null;
  points: ColumnType<unknown, string | null, string | null>;
  vetoes: string[] | null;
  missing: string[] | null;
  event: string | null;
  act: number | null;
}

export interface CaseworkBatchTable {
  county: number;
  id: string;
  area_code: string;
  account: string;
  account_name: string;
  process: string;
  step: string;
  act: string;
  outcome: string;
  reason: string;
  place: string;
  meeting: ColumnType<unknown, string | null, string | null>;
  total: number;
  job: string | null;
  created_at: string;
  finished_at: string | null;
}

export interface CaseworkBatchRecordTable {
  county: number;
  batch: string;
  case_id: string;
  place: number;
  household_id: string | null;
  area_code: string;
  seen: number;
  outcome: string;
  reason: string;
  state: Generated<string>;
  code: string | null;
  message: ColumnType<unknown, string | null, string | null>;
}

export interface CaseworkCampaignTable {
  county: number;
  id: string;
  area_code: string;
  title: string;
  pack: string;
  pack_edition: string;
  process: string;
  round: string | null;
  stages: string[];
  state: string;
  job: string | null;
  opened: Generated<number>;
  passed_over: Generated<number>;
  account: string;
  account_name: string;
  begun_on: string;
  begun_at: string;
  ended_on: string | null;
  ended_by: string | null;
  statement: ColumnType<unknown, string | null, string | null>;
  choice: ColumnType<unknown, string | null, string | null>;
}

export interface CaseworkCampaignCaseTable {
  county: number;
  campaign_id: string;
  case_id: string;
  household_id: string;
  area_code: string;
  stage: string;
  members: number;
}

export interface CaseworkCampaignHouseholdTable {
  county: number;
  campaign_id: string;
  household_id: string;
  area_code: string;
}

export interface CaseworkCaseTable {
  county: number;
  id: string;
  household_id: string | null;
  area_code: string;
  pack: string;
  pack_edition: string;
  process: string;
  begun_on: string;
  begun_by: string;
  position: number;
  step: string | null;
  step_since: string;
  due_on: string | null;
  waits_for: string[];
  end_id: string | null;
  ended_on: string | null;
  township: Generated<string | null>;
  village: Generated<string | null>;
  line: Generated<string | null>;
  due_key: Generated<string | null>;
  help_class: string | null;
}

export interface CaseworkCheckTable {
  county: number;
  case_id: string;
  place: number;
  household_id: string | null;
  area_code: string;
  step: string;
  item: string;
  seen: number;
  holds: boolean;
  value: number | null;
  note: string;
  computed: boolean | null;
  register: Json;
  attachment_id: string | null;
  paper: string;
  seen_on: string;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface CaseworkCodeTable {
  county: number;
  case_id: string;
  household_id: string;
  area_code: string;
  digest: Buffer;
  made_at: string;
  expires_at: string;
  tries: Generated<number>;
}

export interface CaseworkCountTable {
  area_code: string;
  pack: string;
  pack_edition: string;
  process: string;
  step: string;
  waits_for: string[];
  since: string;
  due_key: string;
  cases: number;
}

export interface CaseworkCountDeltaTable {
  id: Generated<number>;
  area_code: string;
  pack: string;
  pack_edition: string;
  process: string;
  step: string;
  waits_for: string[];
  since: string;
  due_key: string;
  cases: number;
}

export interface CaseworkReminderReadTable {
  account: string;
  key: string;
  read_at: string;
}

export interface CaseworkRosterTable {
  county: number;
  id: string;
  area_code: string;
  pack: string;
  pack_edition: string;
  process: string;
  step: string;
  account: string;
  account_name: string;
  capacity: string;
  also: string[];
  signed_on: string;
  recorded_at: string;
  signed: number;
  left_out: number;
}

export interface ExchangeImportTable {
  id: string;
  area_code: string;
  account: string;
  account_name: string;
  file_name: string;
  file_bytes: number;
  file_digest: Buffer;
  file_kept: Generated<boolean>;
  format: string;
  encoding: string | null;
  sheets: Json;
  sheet: string;
  heading_row: number;
  columns: Json;
  sample: Json;
  profile: string | null;
  income_year: number;
  state: Generated<string>;
  notices: ColumnType<unknown, string | undefined, string>;
  problem_counts: ColumnType<unknown, string | undefined, string>;
  counts: ColumnType<unknown, string | null, string | null>;
  failure: ColumnType<unknown, string | null, string | null>;
  job: string | null;
  created_at: string;
  finished_at: string | null;
  gathering: boolean | null;
}

export interface ExchangeImportRowTable {
  import_id: string;
  row_number: number;
  area_code: string;
  outcome: string;
  household_no: string;
  name: string;
  county: number | null;
  household_id: string | null;
  changes: Generated<string[]>;
  problems: ColumnType<unknown, string | null, string | null>;
}

export interface ExchangeProfileTable {
  area_code: string;
  name: string;
  account: string;
  account_name: string;
  saved_at: string;
  fields: Json;
}

export interface FundsAccountTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  source: string;
  purpose: string;
  holder: string;
  project_id: string | null;
  household: string | null;
}

export interface FundsAssetTable {
  county: number;
  id: string;
  area_code: string;
  project_id: string | null;
  title: string;
  kind: string;
  value_fen: number;
  formed_on: string;
  owner: Generated<string>;
  keeper: Generated<string>;
  state: string;
  state_on: string;
  counted_year: number | null;
  shared_fen: Generated<number>;
  disposed_fen: number | null;
  author: string;
  created_at: string;
}

export interface FundsAssetActTable {
  county: number;
  asset_id: string;
  position: number;
  area_code: string;
  kind: string;
  done_on: string;
  facts: Json;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface FundsAssetShareTable {
  county: number;
  id: string;
  asset_id: string;
  area_code: string;
  done_on: string;
  document: string;
  payer: string;
  total_fen: number;
  state: string;
  entry_id: string | null;
  author: string;
  author_name: string;
  answered_by_name: string | null;
  reason: string | null;
  created_at: string;
}

export interface FundsAssetShareRowTable {
  county: number;
  id: string;
  share_id: string;
  household_id: string;
  area_code: string;
  amount_fen: number;
}

export interface FundsDayTable {
  county: number;
  account_id: string;
  true_on: string;
  amount_fen: number;
}

export interface FundsDeltaTable {
  county: number;
  account_id: string;
  true_on: string;
  amount_fen: number;
}

export interface FundsEntryTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  true_on: string;
  document: string;
  memo: string;
  amount_fen: number;
  author: string;
  author_name: string;
  approvers: Json;
  reverses: string | null;
  cause: string | null;
  recorded_at: string;
}

export interface FundsFindingTable {
  county: number;
  look_id: string;
  rule: string;
  number: number;
  area_code: string;
  key: string;
  true_on: string;
  amount_fen: number;
  payments: number;
  entries: string[];
  households: string[];
  holder: string;
  document: string;
  facts: Json;
}

export interface FundsFindingLookTable {
  county: number;
  id: string;
  area_code: string;
  state: string;
  job: string | null;
  true_on: string;
  begun_at: string;
  account_name: Generated<string>;
}

export interface FundsFindingSumTable {
  county: number;
  look_id: string;
  rule: string;
  area_code: string;
  findings: number;
  amount_fen: number;
}

export interface FundsFlowTable {
  county: number;
  area_code: string;
  month: string;
  source: string;
  purpose: string;
  project: Generated<string>;
  kind: string;
  to_households: boolean;
  amount_fen: number;
}

export interface FundsHouseholdYearTable {
  county: number;
  household: string;
  year: number;
  source: string;
  area_code: string;
  amount_fen: number;
}

export interface FundsLineTable {
  county: number;
  entry_id: string;
  position: number;
  account_id: string;
  household: string | null;
  area_code: string;
  true_on: string;
  amount_fen: number;
  entry_kind: string;
  act: string;
  document: string;
  memo: string;
  reverses: string | null;
}

export interface FundsListTable {
  county: number;
  id: string;
  area_code: string;
  title: string;
  holder: Generated<string>;
  source: string;
  purpose: string;
  from_area: string;
  from_project: string | null;
  benefit: string | null;
  period: string;
  document: string;
  pay_on: string;
  state: string;
  lines: Generated<number>;
  held: Generated<number>;
  total_fen: Generated<number>;
  checked_at: string | null;
  author: string;
  author_name: string;
  created_at: string;
  approvals_needed: Generated<number>;
  approval_level: Generated<string>;
  approvals: ColumnType<unknown, string | undefined, string>;
  returned_reason: string | null;
  job: string | null;
  answered_at: string | null;
  retry_of: string | null;
}

export interface FundsLoanTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  bank_id: string | null;
  lender: string;
  mode: string;
  product: string;
  pack: string;
  pack_version: string;
  purpose: string;
  asked_fen: number;
  months: number;
  asked_on: string;
  asked_by: string;
  state: string;
  refusal: string | null;
  approved_fen: number | null;
  rate_ppm: number | null;
  subsidy_ppm: number | null;
  day_basis: number | null;
  subsidy_until: string | null;
  contract: string | null;
  insurance: string | null;
  operator: string | null;
  lent_on: string | null;
  due_on: string | null;
  lent_fen: Generated<number>;
  owed_fen: Generated<number>;
  claimed_fen: Generated<number>;
  use_found: string | null;
}

export interface FundsLoanActTable {
  county: number;
  loan_id: string;
  position: number;
  household_id: string;
  area_code: string;
  bank_id: string | null;
  kind: string;
  true_on: string;
  amount_fen: number | null;
  document: Generated<string>;
  words: Generated<string>;
  facts: ColumnType<unknown, string | undefined, string>;
  entry_id: string | null;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface FundsLoanAssociationTable {
  county: number;
  id: string;
  area_code: string;
  name: string;
  founded_on: string;
  document: string;
  members: number;
  capital_fen: number;
  account_name: string;
  entered_at: string;
}

export interface FundsLoanBankTable {
  county: number;
  id: string;
  area_code: string;
  name: string;
  agreement: string;
  agreed_on: string;
  agreed_fen: number;
  loss_percent: number;
  townships: string[];
  entered_by_name: string;
  entered_at: string;
}

export interface FundsLoanEntrustedTable {
  county: number;
  loan_id: string;
  household_id: string;
  area_code: string;
  bank_id: string | null;
  operator: string;
  parties: Json;
  document: string;
  principal_fen: number;
  yield_ppm: number;
  from_on: string;
  until_on: string;
  how: string | null;
  agreed_on: string | null;
  settled_on: string | null;
}

export interface FundsLoanGradeTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  grade: string;
  limit_fen: number;
  graded_on: string;
  words: Generated<string>;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface FundsLoanInterestTable {
  county: number;
  paper_id: string;
  loan_id: string;
  household_id: string;
  area_code: string;
  bank_id: string | null;
  days: number;
  amount_fen: number;
}

export interface FundsLoanOfficerTable {
  county: number;
  account: string;
  bank_id: string;
  area_code: string;
  account_name: string;
}

export interface FundsLoanPaperTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  bank_id: string | null;
  loan_id: string | null;
  amount_fen: number;
  true_on: string;
  from_on: string | null;
  until_on: string | null;
  document: string;
  facts: ColumnType<unknown, string | undefined, string>;
  state: string;
  approvals_needed: number;
  approval_level: string;
  approvals: ColumnType<unknown, string | undefined, string>;
  entry_id: string | null;
  author: string;
  author_name: string;
  entered_at: string;
  ended_by_name: string | null;
  ended_reason: string | null;
}

export interface FundsLoanReturnTable {
  county: number;
  loan_id: string;
  year: number;
  household_id: string;
  area_code: string;
  bank_id: string | null;
  due_on: string;
  due_fen: number;
  paid_fen: Generated<number>;
}

export interface FundsLoanSilenceTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  reason: string;
  said_on: string;
  words: Generated<string>;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface FundsLoanTargetTable {
  county: number;
  area_code: string;
  year: number;
  kind: string;
  measure: string;
  position: number;
  value: number;
  document: string;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface FundsOrderTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  true_on: string;
  document: string;
  memo: Generated<string>;
  source: string;
  purpose: string;
  amount_fen: number;
  from_kind: string;
  from_area: string;
  from_holder: Generated<string>;
  from_project: string | null;
  to_area: string;
  to_holder: Generated<string>;
  to_purpose: string | null;
  to_project: string | null;
  household_id: string | null;
  again: string | null;
  state: string;
  approvals_needed: number;
  approval_level: string;
  approvals: ColumnType<unknown, string | undefined, string>;
  entry_id: string | null;
  author: string;
  author_name: string;
  entered_at: string;
  ended_at: string | null;
  ended_by_name: string | null;
  ended_reason: string | null;
  milestone_id: string | null;
}

export interface FundsPaymentTable {
  county: number;
  id: string;
  list_id: string;
  position: number;
  household_no: string;
  household_id: string | null;
  area_code: string;
  name: Generated<string>;
  amount_fen: number;
  account_mask: string | null;
  account_hash: Buffer | null;
  state: string;
  problems: Generated<string[]>;
  entry_id: string | null;
  paid_on: string | null;
  bank_note: string | null;
  word: string | null;
  word_said: string | null;
  word_by_name: string | null;
  word_at: string | null;
  word_answer: string | null;
  word_answered_by: string | null;
}

export interface FundsPeriodTable {
  county: number;
  area_code: string;
  month: string;
  act: number;
  state: string;
  account: string;
  account_name: string;
  reason: string;
  recorded_at: string;
}

export interface FundsProjectTable {
  county: number;
  id: string;
  area_code: string;
  number: string;
  title: string;
  kind: string;
  level: string;
  mode: string;
  year: number;
  planned_fen: number;
  holder: Generated<string>;
  arrangement: Generated<string>;
  money: Generated<string>;
  organiser: Generated<string>;
  implementer: Generated<string>;
  due_on: string | null;
  acceptance: Generated<string>;
  mechanism: Generated<string>;
  link: string | null;
  local_labour: Generated<boolean>;
  is_demonstration: Generated<boolean>;
  expected_households: number | null;
  expected_persons: number | null;
  expected_effect: Generated<string>;
  latitude: number | null;
  longitude: number | null;
  step: string;
  step_on: string;
  percent: Generated<number>;
  contractor: string | null;
  contract_fen: number | null;
  accepted_fen: number | null;
  actual_effect: Generated<string>;
  workers: Generated<number>;
  wages_fen: Generated<number>;
  applied_on: string | null;
  version: Generated<number>;
  author: string;
  author_name: string;
  changed_by_name: string;
  created_at: string;
}

export interface FundsProjectActTable {
  county: number;
  project_id: string;
  position: number;
  area_code: string;
  kind: string;
  done_on: string;
  passes: boolean;
  milestone_id: string | null;
  facts: Json;
  account: string;
  account_name: string;
  office: string;
  recorded_at: string;
}

export interface FundsProjectHouseholdTable {
  county: number;
  id: string;
  project_id: string;
  household_id: string;
  area_code: string;
}

export interface FundsProjectLineTable {
  county: number;
  project_id: string;
  position: number;
  area_code: string;
  source: string;
  purpose: string;
  amount_fen: number;
}

export interface FundsProjectMilestoneTable {
  county: number;
  id: string;
  project_id: string;
  position: number;
  area_code: string;
  title: string;
  due_on: string | null;
  share_fen: number;
  reached_on: string | null;
}

export interface FundsProjectOutputTable {
  county: number;
  project_id: string;
  position: number;
  area_code: string;
  product: string;
  unit: string;
  planned: number;
  added: number | null;
  total: number | null;
}

export interface FundsRuleBaseTable {
  county: number;
  area_code: string;
  rule: string;
  limit_id: string;
  year: number;
  position: number;
  amount_fen: number;
  document: string;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface FundsTallyTable {
  county: number;
  area_code: string;
  kind: string;
  source: string;
  purpose: string;
  true_on: string;
  amount_fen: number;
}

export interface InsightBoardTable {
  county: number;
  id: string;
  token: string;
  area_code: string;
  pack: string;
  chart: string;
  hash: string;
  version_id: string | null;
  paper: string;
  printed_by: string;
  printed_at: string;
}

export interface InsightBulletinTable {
  county: number;
  id: string;
  area_code: string;
  month: string;
  edition: number;
  token: string;
  content: Json;
  hash: string;
  data_day: string;
  account: string;
  account_name: string;
  made_at: string;
  first_by: string | null;
  first_name: string | null;
  first_at: string | null;
  second_by: string | null;
  second_name: string | null;
  second_at: string | null;
  digest: Buffer | null;
  file: Buffer | null;
}

export interface InsightBurdenTable {
  county: number;
  area_code: string;
  month: string;
  level: string;
  page: string;
  campaign: Generated<string>;
  entries: number;
  typed: number;
  again: number;
}

export interface InsightBurdenAgainTable {
  county: number;
  year: number;
  level: string;
  household_id: string;
  subject_id: string;
  field: string;
  area_code: string;
  page: string;
  times: number;
  first_on: string;
  last_on: string;
  first_by: string;
  last_by: string;
}

export interface InsightBurdenBudgetTable {
  county: number;
  id: string;
  area_code: string;
  level: string;
  fields: number | null;
  rounds: number | null;
  reason: string;
  account: string;
  account_name: string;
  set_at: string;
}

export interface InsightBurdenMarkTable {
  county: number;
  area_code: string;
  last_event: string;
  kept_on: string;
  kept_at: string;
}

export interface InsightBurdenOutputTable {
  county: number;
  area_code: string;
  month: string;
  kind: string;
  outputs: number;
  cells: number;
  typed: number;
}

export interface InsightChartVersionTable {
  county: number;
  id: string;
  area_code: string;
  pack: string;
  edition: string;
  chart: string;
  content: Json;
  hash: string;
  note: string;
  as_of: string;
  data_day: string;
  proposed_by: string;
  proposer: string;
  proposed_at: string;
  approved_by: string | null;
  approver: string | null;
  approved_at: string | null;
}

export interface InsightCrossTable {
  county: number;
  area_code: string;
  first: string;
  second: string;
  first_key: string;
  second_key: string;
  households: number;
  persons: number;
  exited: number;
}

export interface InsightCrossMarkTable {
  county: number;
  area_code: string;
  last_event: string;
  kept_at: string;
}

export interface InsightDeliveryTable {
  county: number;
  id: string;
  area_code: string;
  schedule_id: string;
  account: string;
  title: string;
  format: string;
  data_day: string;
  made_at: string;
  masked: boolean;
  digest: Buffer;
  file: Buffer;
  opened_at: string | null;
}

export interface InsightLayerTable {
  county: number;
  id: string;
  area_code: string;
  title: string;
  kind: string;
  form: string;
  source: string;
  taken_on: string | null;
  is_shifted: boolean;
  west: number;
  south: number;
  east: number;
  north: number;
  min_zoom: number;
  max_zoom: number;
  tiles: number;
  bytes: Generated<number>;
  is_coarser: Generated<boolean>;
  address: string | null;
  state: string;
  job: string | null;
  account: string;
  account_name: string;
  loaded_at: string;
}

export interface InsightLayerTileTable {
  county: number;
  layer: string;
  z: number;
  x: number;
  y: number;
  area_code: string;
  bytes: Buffer;
}

export interface InsightMovementTable {
  county: number;
  area_code: string;
  day: string;
  kind: string;
  from_stage: string;
  to_stage: string;
  households: number;
  persons: number;
}

export interface InsightMovementMarkTable {
  county: number;
  area_code: string;
  last_event: string;
  kept_on: string;
}

export interface InsightPlacementTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  subject: string;
  year: number | null;
  account: string;
  account_name: string;
  placed_at: string;
}

export interface InsightQualityTable {
  county: number;
  area_code: string;
  rule: string;
  day: string;
  checked: number;
  failing: number;
}

export interface InsightQualityMarkTable {
  county: number;
  area_code: string;
  last_event: string;
  kept_on: string;
  kept_at: string;
}

export interface InsightReportTable {
  id: string;
  area_code: string;
  account: string;
  account_name: string;
  title: string;
  content: string;
  saved_at: string;
  published_at: string | null;
}

export interface InsightScheduleTable {
  county: number;
  id: string;
  area_code: string;
  view_id: string;
  every: string;
  format: string;
  accounts: string[];
  next_on: string;
  account: string;
  account_name: string;
  created_at: string;
  stopped_at: string | null;
  last_on: string | null;
  delivered: Generated<number>;
  left_out: Generated<number>;
}

export interface InsightTrialTable {
  id: string;
  area_code: string;
  account: string;
  author_name: string;
  name: string;
  reasons: string;
  on_date: string;
  saved_at: string;
  pack: string;
  pack_version: string;
  margin: number;
  changes: Json;
  result: Json;
}

export interface InsightViewTable {
  county: number;
  id: string;
  area_code: string;
  title: string;
  question: Json;
  role: string | null;
  account: string;
  account_name: string;
  saved_at: string;
}

export interface JobsRunTable {
  id: string;
  kind: string;
  area_code: string;
  account: string | null;
  scope: Json;
  input: Json;
  state: Generated<string>;
  done: Generated<number>;
  total: number | null;
  step: Generated<string>;
  checkpoint: ColumnType<unknown, string | null, string | null>;
  result: ColumnType<unknown, string | null, string | null>;
  failure: ColumnType<unknown, string | null, string | null>;
  cancel_requested: Generated<boolean>;
  attempts: Generated<number>;
  holder: string | null;
  held_until: string | null;
  created_at: Generated<string>;
  started_at: string | null;
  finished_at: string | null;
}

export interface KernelAttachmentTable {
  county: number;
  id: string;
  household_id: string | null;
  area_code: string;
  subject: string;
  kind: string;
  shows_person: boolean;
  file_name: string;
  file_type: string;
  bytes: number;
  hash: Buffer;
  account: string;
  account_name: string;
  attached_at: string;
  is_evidence: Generated<boolean>;
}

export interface KernelChangedVillageTable {
  id: Generated<number>;
  area_code: string;
}

export interface KernelFileTable {
  county: number;
  hash: Buffer;
  sealed: Buffer;
  kept_at: string;
}

export interface KernelIdempotencyTable {
  account: string;
  key: string;
  route: string;
  request_digest: Buffer;
  status: number;
  body: ColumnType<unknown, string | null, string | null>;
  answered_at: Generated<string>;
}

export interface KernelMigrationTable {
  name: string;
  checksum: string;
  applied_at: Generated<string>;
}

export interface KernelOutputTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  cells: number;
  typed: Generated<number>;
  account: string | null;
  made_at: string;
}

export interface KernelSettingTable {
  key: string;
  value: Json;
  changed_at: Generated<string>;
}

export interface MonitoringCircularTable {
  county: number;
  id: string;
  area_code: string;
  number: number;
  title: string;
  words: string;
  issued_on: string;
  issued_by: string;
  issued_by_name: string;
  office: string;
  lines: Json;
}

export interface MonitoringDocumentTable {
  county: number;
  id: string;
  area_code: string;
  title: string;
  number: Generated<string>;
  issued_on: string | null;
}

export interface MonitoringNumberTable {
  county: number;
  kind: string;
  last: number;
}

export interface MonitoringOrderTable {
  county: number;
  id: string;
  area_code: string;
  number: number;
  title: string;
  words: string;
  basis: Generated<string>;
  basis_link: string | null;
  issued_by: string;
  issued_by_name: string;
  issued_on: string;
  due_on: string;
  closed_on: string | null;
}

export interface MonitoringOrderActTable {
  county: number;
  part_id: string;
  position: number;
  area_code: string;
  act: string;
  words: Generated<string>;
  account: string | null;
  account_name: string;
  acted_on: string;
  acted_at: string;
}

export interface MonitoringOrderPartTable {
  county: number;
  id: string;
  order_id: string;
  area_code: string;
  kind: string;
  name: string;
  account: string | null;
  number: number;
  title: string;
  words: string;
  basis: Generated<string>;
  issuer: string;
  issuer_area: string;
  issued_on: string;
  due_on: string;
  state: string;
  position: number;
  received_on: string | null;
  reported_on: string | null;
  reported_by: string | null;
  report: string | null;
  done_on: string | null;
  urged: Generated<number>;
}

export interface MonitoringProblemTable {
  county: number;
  id: string;
  area_code: string;
  household_id: string | null;
  number: number;
  list: string;
  title: string;
  words: Generated<string>;
  source: string;
  source_id: string | null;
  state: string;
  phase: string;
  position: number;
  owner_account: string | null;
  owner_name: string | null;
  registered_on: string;
  registered_by: string | null;
  assigned_on: string | null;
  due_on: string | null;
  mended_on: string | null;
  mended_by: string | null;
  closed_on: string | null;
  reopened: Generated<number>;
  urged: Generated<number>;
}

export interface MonitoringProblemActTable {
  county: number;
  problem_id: string;
  position: number;
  area_code: string;
  household_id: string | null;
  act: string;
  state: string;
  words: Generated<string>;
  owner_name: string | null;
  due_on: string | null;
  account: string | null;
  account_name: string;
  acted_on: string;
  acted_at: string;
}

export interface MonitoringProgressTable {
  county: number;
  id: string;
  task_id: string;
  area_code: string;
  quantity: number;
  stage: string | null;
  words: string;
  evidence: Generated<string>;
  reported_on: string;
  account: string | null;
  account_name: string;
  recorded_at: string;
}

export interface MonitoringTaskTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  parent_id: string | null;
  document_id: string | null;
  document: Generated<string>;
  clause: Generated<string>;
  title: string;
  method: Generated<string>;
  unit: Generated<string>;
  target: number | null;
  start_on: string;
  due_on: string;
  stage: string | null;
  done_on: string | null;
  entered_by: string | null;
}

export interface MonitoringTaskOwnerTable {
  county: number;
  id: string;
  task_id: string;
  area_code: string;
  level: string;
  name: string;
  account: string | null;
}

export interface PolicyDraftTable {
  id: string;
  area_code: string;
  kind: string;
  pack: string;
  base_pack: string;
  base_version: string;
  title_zh: string;
  title_en: string;
  takes_effect: string;
  state: Generated<string>;
  version: Generated<number>;
  files: Json;
  errors: number;
  changes: number;
  owner: string;
  owner_name: string;
  created_at: string;
  changed_at: string;
  changed_by: string;
  changed_by_name: string;
  installed_version: string | null;
}

export interface PolicyDraftActTable {
  draft_id: string;
  seq: number;
  area_code: string;
  at: string;
  account: string;
  account_name: string;
  act: string;
  reason: Generated<string>;
  edits: ColumnType<unknown, string | null, string | null>;
}

export interface PolicyPackTable {
  id: string;
  version: string;
  area_code: string;
  from_date: string;
  until_date: string | null;
  files: Json;
  digest: Buffer;
  installed_at: Generated<string>;
  installed_by: string | null;
}

export interface PublicityEvidenceTable {
  county: number;
  id: string;
  notice_id: string;
  area_code: string;
  kind: string;
  taken_on: string;
  note: string;
  attachment: string | null;
  entered_by_name: string;
  entered_at: string;
}

export interface PublicityItemTable {
  county: number;
  notice_id: string;
  number: number;
  case_id: string;
  household_id: string | null;
  area_code: string;
  act_position: number;
}

export interface PublicityNoticeTable {
  county: number;
  id: string;
  area_code: string;
  code: string;
  kind: string;
  pack: string;
  pack_edition: string;
  process: string;
  step: string;
  title_zh: string;
  title_en: string;
  content: string;
  content_hash: Buffer;
  cases: number;
  days_asked: number;
  first_day: string;
  last_day: string;
  posted_by: string;
  posted_by_name: string;
  posted_at: string;
  replaces: string | null;
  withdrawn_on: string | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
  topic: string | null;
  project_id: string | null;
}

export interface PublicityObjectionTable {
  county: number;
  id: string;
  notice_id: string;
  area_code: string;
  item: number | null;
  case_id: string | null;
  act_position: number | null;
  number: string;
  receipt_hash: Buffer;
  channel: string;
  text_sealed: Buffer;
  name_sealed: Buffer | null;
  phone_sealed: Buffer | null;
  phone_mask: string | null;
  filed_on: string;
  filed_at: string;
  due_on: string;
  taken_by: string | null;
  verdict: string | null;
  answer: string | null;
  answered_by: string | null;
  answered_by_name: string | null;
  answered_on: string | null;
}

export interface PublicityPublicCopyTable {
  county: number;
  notice_id: string;
  area_code: string;
  code: string;
  content: string;
  last_day: string;
}

export interface PublicityReportTable {
  county: number;
  id: string;
  area_code: string;
  village: string;
  supervisor_id: string;
  number: string;
  kind: string;
  words_sealed: Buffer;
  place_sealed: Buffer;
  filed_on: string;
  filed_at: string;
  due_on: string | null;
  picture: string | null;
  handed_to: string | null;
  handed_id: string | null;
  handed_on: string | null;
  handed_by_name: string | null;
  answer: string | null;
  answered_on: string | null;
  answered_by: string | null;
  answered_by_name: string | null;
}

export interface PublicitySlipTable {
  county: number;
  supervisor_id: string;
  area_code: string;
  code_hash: Buffer;
  until: string;
  made_on: string;
  made_by: string;
}

export interface RegistryAreaTable {
  code: string;
  valid_from: Generated<string>;
  valid_to: string | null;
  parent: string;
  level: string;
  name: string;
  full_name: string;
  pinyin: Generated<string>;
  initials: Generated<string>;
  source: string;
}

export interface RegistryAreaBoundaryTable {
  code: string;
  geometry: Json;
  source: string;
  loaded_at: Generated<string>;
}

export interface RegistryAreaRevisionTable {
  id: string;
  county: string;
  on_date: string | null;
  after_date: string | null;
  by_date: string;
  kind: string;
  from_codes: string[];
  to_codes: string[];
  note_zh: string;
  note_en: string;
  source: string;
  verified: boolean;
  applied_at: string | null;
}

export interface RegistryConflictTable {
  county: number;
  id: string;
  household_id: string;
  person_id: string | null;
  area_code: string;
  kind: string;
  field: string;
  sides: Json;
  owner: string | null;
  owner_role: string;
  due_on: string | null;
  opened_at: Generated<string>;
  resolved_at: string | null;
  resolved_by: string | null;
  resolution: ColumnType<unknown, string | null, string | null>;
}

export interface RegistryCountTable {
  area_code: string;
  metric: string;
  key: string;
  households: number;
  persons: number;
}

export interface RegistryCountDeltaTable {
  id: Generated<number>;
  area_code: string;
  metric: string;
  key: string;
  households: number;
  persons: number;
}

export interface RegistryCountSnapshotTable {
  month: string;
  area_code: string;
  metric: string;
  key: string;
  households: number;
  persons: number;
}

export interface RegistryDuplicateTable {
  county: number;
  id: string;
  one_id: string;
  other_id: string;
  state: Generated<string>;
  strength: number;
  reasons: ColumnType<unknown, string | undefined, string>;
  found_on: string;
  position: Generated<number>;
  kept_id: string | null;
  merge_id: string | null;
  proposed_by: string | null;
}

export interface RegistryDuplicateActTable {
  county: number;
  pair_id: string;
  position: number;
  id: string;
  kind: string;
  account: string | null;
  account_name: string;
  recorded_at: string;
  true_on: string;
  reason: Generated<string>;
  said: ColumnType<unknown, string | undefined, string>;
}

export interface RegistryEventTable {
  county: number;
  id: string;
  household_id: string;
  person_id: string | null;
  area_code: string;
  kind: string;
  true_from: string;
  recorded_at: Generated<string>;
  author: string | null;
  author_name: Generated<string>;
  typist: string | null;
  typist_name: string | null;
  source: string;
  reason: Generated<string>;
  base_version: number | null;
  version: number;
  changes: Json;
}

export interface RegistryExternalIdTable {
  county: number;
  household_id: string;
  person_id: string | null;
  area_code: string;
  system: string;
  value: string;
}

export interface RegistryGlassTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  account: string;
  account_name: string;
  account_title: string;
  account_role: string;
  reason: string;
  opened_at: string;
  expires_at: string;
}

export interface RegistryHouseholdTable {
  county: number;
  id: string;
  version: Generated<number>;
  household_no: string;
  area_code: string;
  address: string | null;
  phone_sealed: Buffer | null;
  phone_hash: Buffer | null;
  phone_mask: string | null;
  bank: string | null;
  bank_account_sealed: Buffer | null;
  bank_account_hash: Buffer | null;
  bank_account_mask: string | null;
  stage: Generated<string>;
  standard: string | null;
  attribute: string | null;
  poverty_status: string | null;
  not_exited_reason: string | null;
  primary_cause: string | null;
  other_causes: string[] | null;
  primary_measure: string | null;
  surveyed_on: string | null;
  listed_on: string | null;
  exited_on: string | null;
  house_area: number | null;
  house_structure: string | null;
  house_built_year: number | null;
  house_grade: string | null;
  relocation: string | null;
  arable_land: number | null;
  irrigated_land: number | null;
  forest_land: number | null;
  returned_forest_land: number | null;
  orchard_land: number | null;
  grassland: number | null;
  water_surface: number | null;
  in_mutual_fund: boolean | null;
  in_cooperative: boolean | null;
  electricity: string | null;
  fuel: string | null;
  drinking_water: string | null;
  water_safe: boolean | null;
  sanitary_toilet: boolean | null;
  television: boolean | null;
  road_surface: string | null;
  road_distance: number | null;
  military_family: boolean | null;
  head_name: string | null;
  head_key: string | null;
  head_pinyin: string | null;
  head_initials: string | null;
  members: Generated<number>;
  labourers: number | null;
  migrant_workers: number | null;
  students: number | null;
  chronically_ill: number | null;
  severely_ill: number | null;
  disabled: number | null;
  elderly: number | null;
  children: number | null;
  dibao_members: number | null;
  income_year: number | null;
  income_per_head_fen: number | null;
  item_01: number | null;
  item_02: number | null;
  item_03: number | null;
  item_04: number | null;
  item_05: number | null;
  item_06: number | null;
  item_07: number | null;
  item_08: number | null;
  item_09: number | null;
  item_10: number | null;
  item_11: number | null;
  item_12: number | null;
  item_13: number | null;
  item_14: number | null;
  item_15: number | null;
  item_16: number | null;
  item_17: number | null;
  item_18: number | null;
  item_19: number | null;
  item_20: number | null;
  item_21: number | null;
  item_22: number | null;
  item_23: number | null;
  item_24: number | null;
  item_25: number | null;
  item_26: number | null;
  item_27: number | null;
  item_28: number | null;
  item_29: number | null;
  item_30: number | null;
  item_31: number | null;
  item_32: number | null;
  item_33: number | null;
  item_34: number | null;
  item_35: number | null;
  item_36: number | null;
  item_37: number | null;
  item_38: number | null;
  item_39: number | null;
  item_40: number | null;
  extras: ColumnType<unknown, string | null, string | null>;
  content_digest: Buffer | null;
  created_at: Generated<string>;
  changed_at: Generated<string>;
  ethnic_makeup: string | null;
  merge_id: string | null;
  help_class: string | null;
}

export interface RegistryIncomeEntryTable {
  county: number;
  id: string;
  household_id: string;
  person_id: string | null;
  area_code: string;
  year: number;
  kind: string;
  amount_fen: number;
  note: Generated<string>;
  observed_from: string | null;
  observed_to: string | null;
  source: string;
  author: string | null;
  recorded_at: Generated<string>;
  reverses: string | null;
}

export interface RegistryIncomeYearTable {
  county: number;
  household_id: string;
  area_code: string;
  year: number;
  wage_fen: number;
  business_fen: number;
  property_fen: number;
  transfer_fen: number;
  cost_fen: number;
  members: number;
  net_fen: number;
  per_head_fen: number | null;
}

export interface RegistryIndicatorTable {
  county: number;
  id: string;
  area_code: string;
  set_id: string;
  indicator_id: string;
  value: number | null;
  part: number | null;
  whole: number | null;
  as_of: string;
  evidence: string;
  account: string | null;
  account_name: string;
  entered_at: string;
}

export interface RegistryIndicatorOwnerTable {
  county: number;
  set_id: string;
  area_code: string;
  account: string;
  account_name: string;
  unit: string;
  since: string;
}

export interface RegistryMergeMovedTable {
  county: number;
  merge_id: string;
  number: Generated<number>;
  relation: string;
  row_key: Json;
  was: Json;
}

export interface RegistryPersonTable {
  county: number;
  id: string;
  household_id: string;
  version: Generated<number>;
  area_code: string;
  position: Generated<number>;
  name: string;
  name_key: string;
  sex: string | null;
  identity_sealed: Buffer | null;
  identity_hash: Buffer | null;
  identity_mask: string | null;
  identity_kind: string | null;
  birth_date: string | null;
  relation: string | null;
  ethnicity: string | null;
  education: string | null;
  school_stage: string | null;
  health: string[] | null;
  labour: string | null;
  work_place: string | null;
  work_months: number | null;
  dibao: boolean | null;
  medical_insurance: boolean | null;
  pension_insurance: boolean | null;
  primary_measure: string | null;
  joined_on: string | null;
  joined_reason: string | null;
  left_on: string | null;
  left_reason: string | null;
  extras: ColumnType<unknown, string | null, string | null>;
  created_at: Generated<string>;
  changed_at: Generated<string>;
  merge_id: string | null;
}

export interface RegistryPersonKeyTable {
  identity_hash: Buffer;
  county: number;
  person_id: string;
  household_id: string;
}

export interface SupervisionCampaignTable {
  id: string;
  area_code: string;
  title: string;
  pack: string;
  pack_edition: string;
  sheet: string;
  design: string | null;
  compares: string;
  plan: Json;
  claim: Json;
  asked_again: string[];
  teams: Json;
  allowed_difference: number;
  seed_digest: string;
  seed_sealed: Buffer;
  planned_at: string;
  planned_on: string;
  planned_by: string;
  planned_by_name: string;
  seed: string | null;
  word: string | null;
  frame_digest: string | null;
  frame_households: number | null;
  frame_villages: number | null;
  drawn_at: string | null;
  drawn_on: string | null;
  drawn_by_name: string | null;
  closed_at: string | null;
  closed_on: string | null;
  closed_by_name: string | null;
  result: ColumnType<unknown, string | null, string | null>;
  is_invented: Generated<boolean>;
}

export interface SupervisionEntryTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  verification: string;
  method: string;
  informant: string;
  informant_key: string;
  documents: string[];
  answers: Json;
  note: string;
  asked_on: string;
  account: string;
  account_name: string;
  campaign_id: string | null;
  recorded_at: string;
}

export interface SupervisionFrameTable {
  county: number;
  campaign_id: string;
  area_code: string;
  households: number;
  listing: string;
}

export interface SupervisionKinTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  is_kin: boolean;
  cadre: string;
  relation: string;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface SupervisionOrderTable {
  id: string;
  campaign_id: string;
  area_code: string;
  team: string;
  items: string[];
  reason: string;
  issued_at: string;
  issued_on: string;
  issued_by_name: string;
  due_on: string;
  answered_at: string | null;
  answered_on: string | null;
  answered_by_name: string | null;
  answer: string | null;
}

export interface SupervisionRaterTable {
  campaign_id: string;
  account: string;
  area_code: string;
  account_name: string;
  team: string;
  joined_at: string;
}

export interface SupervisionRatingTable {
  county: number;
  campaign_id: string;
  household_id: string;
  team: string;
  round: number;
  id: string;
  area_code: string;
  account: string;
  account_name: string;
  items: number[];
  total: number;
  listed: boolean;
  answers: Json;
  note: string;
  scored_on: string;
  recorded_at: string;
}

export interface SupervisionSampleTable {
  county: number;
  campaign_id: string;
  household_id: string;
  area_code: string;
  household_no: string;
  probability: number;
  stratum: string;
  cluster: string | null;
  first_items: number[] | null;
  first_total: number | null;
  first_listed: boolean | null;
  first_by: Generated<string[]>;
}

export interface SupervisionSessionTable {
  id: string;
  campaign_id: string;
  area_code: string;
  held_on: string;
  team: string;
  households: number;
  observers: string[];
  remark: string;
  account: string;
  account_name: string;
  recorded_at: string;
}

export interface SupervisionTeamTable {
  id: string;
  area_code: string;
  name: string;
  members: Json;
  account: string;
  account_name: string;
  recorded_at: string;
  ended_at: string | null;
}

export interface TargetingCandidateTable {
  county: number;
  list_id: string;
  place: number;
  household_id: string;
  area_code: string;
  kind: string;
  reason: string;
  account: string;
  account_name: string;
  entered_on: string;
  entered_at: string;
}

export interface TargetingCandidateListTable {
  county: number;
  id: string;
  area_code: string;
  year: number;
  pack: string;
  pack_edition: string;
  decision: string;
  target: number | null;
  state: string;
  drawn_on: string;
  drawn_by: string;
  drawn_by_name: string;
  submitted_by_name: string | null;
  submitted_on: string | null;
  decided_by_name: string | null;
  decided_on: string | null;
  reason: Generated<string>;
}

export interface TargetingHitTable {
  county: number;
  id: string;
  lead_id: string;
  list_id: string;
  household_id: string;
  person_id: string;
  area_code: string;
  kind: string;
  list_title: string;
  row_no: number;
  object: string;
  object_since: string | null;
  way: string;
  answer: string | null;
  verdict: string | null;
}

export interface TargetingLeadTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  state: string;
  opened_on: string;
  since: string;
  due_on: string | null;
  position: number;
  answered_by: Generated<string[]>;
  outcome: string | null;
  decided_on: string | null;
}

export interface TargetingLeadActTable {
  county: number;
  lead_id: string;
  position: number;
  household_id: string;
  area_code: string;
  kind: string;
  account: string | null;
  account_name: string;
  true_on: string;
  recorded_at: string;
  reason: string;
  evidence: Generated<string>;
  said: ColumnType<unknown, string | undefined, string>;
}

export interface TargetingListTable {
  id: string;
  area_code: string;
  kind: string;
  title: string;
  account: string;
  account_name: string;
  state: string;
  key_sealed: Buffer | null;
  key_given_at: string | null;
  file_name: string | null;
  file_kept: Generated<boolean>;
  format: string | null;
  sheet: string | null;
  sheets: ColumnType<unknown, string | undefined, string>;
  heading_row: number | null;
  columns: ColumnType<unknown, string | undefined, string>;
  sample: ColumnType<unknown, string | undefined, string>;
  counts: ColumnType<unknown, string | null, string | null>;
  problems: ColumnType<unknown, string | undefined, string>;
  failure: ColumnType<unknown, string | null, string | null>;
  job: string | null;
  created_at: string;
  finished_at: string | null;
}

export interface TargetingPairTable {
  county: number;
  id: string;
  list_id: string;
  household_id: string;
  person_id: string;
  area_code: string;
  row_no: number;
  name: string;
  birth_date: string | null;
  place: string;
  object: string;
  object_since: string | null;
  weight: number;
  agreements: Json;
  verdict: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_on: string | null;
}

export interface TargetingRecheckTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  checked_on: string;
  is_poor: boolean;
  is_invented: Generated<boolean>;
  source: string;
}

export interface TargetingRunTable {
  id: string;
  area_code: string;
  pack: string;
  pack_version: string;
  sheet: string;
  as_of: string;
  state: string;
  job: string | null;
  account: string | null;
  cut_off: number | null;
  scored: number | null;
  undetermined: number | null;
  vetoed: number | null;
  started_at: Generated<string>;
  finished_at: string | null;
}

export interface TargetingScoreTable {
  county: number;
  run_id: string;
  household_id: string;
  area_code: string;
  total: number | null;
  items: number[];
  vetoes: number[];
  undetermined: boolean;
}

export interface TargetingTallyTable {
  run_id: string;
  area_code: string;
  key: string;
  households: number;
}

export interface WorkforceAttendanceTable {
  county: number;
  meeting_id: string;
  position: number;
  area_code: string;
  name: string;
  unit: Generated<string>;
  presence: string;
}

export interface WorkforceCellTable {
  county: number;
  id: string;
  version: Generated<number>;
  area_code: string;
  name: string;
  places: string[];
  officer_name: string | null;
  officer_account: string | null;
  officer_since: string | null;
  patrolled_on: string | null;
  from_on: string;
  to_on: string | null;
}

export interface WorkforceCellOfficerTable {
  county: number;
  id: string;
  cell_id: string;
  area_code: string;
  name: string;
  account: string | null;
  from_on: string;
  to_on: string;
}

export interface WorkforceCountTable {
  area_code: string;
  unit_id: string;
  due_key: string;
  away_from: string;
  away_to: string;
  has_stand_in: boolean;
  was_on_site: boolean;
  households: number;
  persons: number;
}

export interface WorkforceCountDeltaTable {
  id: Generated<number>;
  area_code: string;
  unit_id: string;
  due_key: string;
  away_from: string;
  away_to: string;
  has_stand_in: boolean;
  was_on_site: boolean;
  households: number;
  persons: number;
}

export interface WorkforceFindingTable {
  county: number;
  id: string;
  visit_id: string;
  household_id: string;
  area_code: string;
  kind: string;
  words: string;
  found_on: string;
  found_by_name: string;
  event_id: string | null;
  taken_by: string | null;
  taken_id: string | null;
  closed_on: string | null;
}

export interface WorkforceHandoverTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  pairing_id: string;
  from_helper: string;
  from_name: string;
  to_helper: string;
  to_name: string;
  reason: string;
  offered_on: string;
  offered_by_name: string;
  state: string;
  answered_on: string | null;
  answered_by_name: string | null;
  answer_reason: string | null;
}

export interface WorkforceHelperTable {
  county: number;
  id: string;
  area_code: string;
  name: string;
  name_key: string;
  kind: string;
  rank: string;
  title: Generated<string>;
  unit_id: string | null;
  force: string | null;
  languages: Generated<string[]>;
  home_village: string | null;
  account: string | null;
  households: Generated<number>;
  away_from: string | null;
  away_to: string | null;
  stand_in: string | null;
  stand_in_name: string | null;
  joined_on: string;
  left_on: string | null;
  left_reason: string | null;
  version: Generated<number>;
}

export interface WorkforceIncidentTable {
  county: number;
  id: string;
  cell_id: string;
  cell_name: string;
  patrol_id: string | null;
  area_code: string;
  kind: string;
  words: string;
  place: Generated<string>;
  state: string;
  position: number;
  found_on: string;
  found_by: string | null;
  found_by_name: string;
  handler_account: string | null;
  handler_name: string | null;
  sent_on: string | null;
  due_on: string | null;
  handled_by: string | null;
  handled_on: string | null;
  closed_on: string | null;
}

export interface WorkforceIncidentActTable {
  county: number;
  incident_id: string;
  position: number;
  area_code: string;
  act: string;
  state: string;
  words: Generated<string>;
  handler_name: string | null;
  due_on: string | null;
  account: string | null;
  account_name: string;
  acted_on: string;
  acted_at: string;
}

export interface WorkforceInterviewTable {
  county: number;
  id: string;
  area_code: string;
  unit_id: string;
  unit_name: string;
  held_on: string;
  held_by_name: string;
  reason: string;
  outcome: string;
  mend_by: string | null;
  account: string;
}

export interface WorkforceKinTable {
  county: number;
  helper_id: string;
  household_id: string;
  area_code: string;
  relation: Generated<string>;
}

export interface WorkforceMarketTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  product: string;
  quantity: Generated<string>;
  words: Generated<string>;
  contact: string;
  unit_id: string | null;
  unit_name: string | null;
  until_on: string;
  closed_on: string | null;
  outcome: string | null;
  entered_on: string;
  entered_by: string;
  entered_by_name: string;
}

export interface WorkforceMeetingTable {
  county: number;
  id: string;
  area_code: string;
  kind: string;
  title: string;
  place: Generated<string>;
  held_on: string;
  chair: string;
  agenda: string[];
  minutes: string | null;
  minutes_by_name: string | null;
  minutes_on: string | null;
  called_by: string;
  called_by_name: string;
}

export interface WorkforcePairingTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  helper_id: string;
  helper_name: string;
  helper_rank: string;
  unit_id: string | null;
  from_on: string;
  to_on: string | null;
  ended_reason: string | null;
  away_from: string | null;
  away_to: string | null;
  stand_in: string | null;
  stand_in_name: string | null;
  why: ColumnType<unknown, string | undefined, string>;
  made_by: string;
  made_by_name: string;
  last_visit_on: string | null;
  last_on_site_on: string | null;
  due_on: string | null;
}

export interface WorkforcePatrolTable {
  county: number;
  id: string;
  cell_id: string;
  area_code: string;
  account: string | null;
  account_name: string;
  patrolled_on: string;
  recorded_at: string;
  note: Generated<string>;
  events: Generated<number>;
}

export interface WorkforcePledgeTable {
  county: number;
  id: string;
  area_code: string;
  matrix: string;
  party: string;
  office: number;
  signer_name: string;
  signed_on: string;
  entered_by: string;
}

export interface WorkforcePostingTable {
  county: number;
  id: string;
  area_code: string;
  staffing: string;
  post: string;
  holder_name: string;
  title: Generated<string>;
  helper_id: string | null;
  unit_id: string | null;
  duty: Generated<string>;
  from_on: string;
  to_on: string | null;
  ended_reason: string | null;
  entered_by: string;
}

export interface WorkforceProposalTable {
  county: number;
  id: string;
  area_code: string;
  state: string;
  made_by: string;
  made_by_name: string;
  made_at: string;
  job: string | null;
  households: Generated<number>;
  paired: Generated<number>;
  cost: number | null;
  bound: number | null;
  missing: ColumnType<unknown, string | null, string | null>;
  closed_at: string | null;
}

export interface WorkforceProposedTable {
  county: number;
  proposal_id: string;
  household_id: string;
  area_code: string;
  helper_id: string | null;
  helper_name: string | null;
  why: Json;
  adjusted: Generated<boolean>;
}

export interface WorkforceResolutionTable {
  county: number;
  id: string;
  meeting_id: string;
  position: number;
  area_code: string;
  words: string;
  owner: string;
  due_on: string;
  taken_as: string | null;
  taken_id: string | null;
  done_on: string | null;
  done_words: string | null;
}

export interface WorkforceSupervisorTable {
  county: number;
  id: string;
  area_code: string;
  name: string;
  from_on: string;
  to_on: string;
  appointed_on: string;
  appointed_by: string;
  appointed_by_name: string;
  ended_on: string | null;
  ended_reason: string | null;
}

export interface WorkforceTieTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  unit_id: string;
  unit_name: string;
  way: string;
  yearly_fen: number | null;
  terms: Generated<string>;
  from_on: string;
  to_on: string | null;
  ended_reason: string | null;
  entered_by: string;
  entered_by_name: string;
}

export interface WorkforceUnitTable {
  county: number;
  id: string;
  area_code: string;
  name: string;
  kind: string;
  link: string | null;
  capital_fen: number | null;
  members: number | null;
  joined_households: number | null;
  note: Generated<string>;
  from_on: string;
  to_on: string | null;
}

export interface WorkforceVisitTable {
  county: number;
  id: string;
  household_id: string;
  area_code: string;
  helper_id: string | null;
  helper_name: string;
  unit_id: string | null;
  account: string | null;
  visited_on: string;
  minute: number | null;
  recorded_at: string;
  way: string;
  note: Generated<string>;
  longitude: number | null;
  latitude: number | null;
  findings: Generated<number>;
  doubts: ColumnType<unknown, string | null, string | null>;
}

export interface Tables {
  access_account: AccessAccountTable;
  access_attempt: AccessAttemptTable;
  access_office: AccessOfficeTable;
  access_session: AccessSessionTable;
  assistance_benefit: AssistanceBenefitTable;
  assistance_list: AssistanceListTable;
  assistance_measure: AssistanceMeasureTable;
  assistance_need: AssistanceNeedTable;
  assistance_plan: AssistancePlanTable;
  assistance_print: AssistancePrintTable;
  assistance_print_part: AssistancePrintPartTable;
  assistance_progress: AssistanceProgressTable;
  assistance_step: AssistanceStepTable;
  assistance_sum: AssistanceSumTable;
  assistance_target: AssistanceTargetTable;
  audit_entry: AuditEntryTable;
  audit_pending: AuditPendingTable;
  audit_seal: AuditSealTable;
  casework_act: CaseworkActTable;
  casework_act_file: CaseworkActFileTable;
  casework_assessment: CaseworkAssessmentTable;
  casework_batch: CaseworkBatchTable;
  casework_batch_record: CaseworkBatchRecordTable;
  casework_campaign: CaseworkCampaignTable;
  casework_campaign_case: CaseworkCampaignCaseTable;
  casework_campaign_household: CaseworkCampaignHouseholdTable;
  casework_case: CaseworkCaseTable;
  casework_check: CaseworkCheckTable;
  casework_code: CaseworkCodeTable;
  casework_count: CaseworkCountTable;
  casework_count_delta: CaseworkCountDeltaTable;
  casework_reminder_read: CaseworkReminderReadTable;
  casework_roster: CaseworkRosterTable;
  exchange_import: ExchangeImportTable;
  exchange_import_row: ExchangeImportRowTable;
  exchange_profile: ExchangeProfileTable;
  funds_account: FundsAccountTable;
  funds_asset: FundsAssetTable;
  funds_asset_act: FundsAssetActTable;
  funds_asset_share: FundsAssetShareTable;
  funds_asset_share_row: FundsAssetShareRowTable;
  funds_day: FundsDayTable;
  funds_delta: FundsDeltaTable;
  funds_entry: FundsEntryTable;
  funds_finding: FundsFindingTable;
  funds_finding_look: FundsFindingLookTable;
  funds_finding_sum: FundsFindingSumTable;
  funds_flow: FundsFlowTable;
  funds_household_year: FundsHouseholdYearTable;
  funds_line: FundsLineTable;
  funds_list: FundsListTable;
  funds_loan: FundsLoanTable;
  funds_loan_act: FundsLoanActTable;
  funds_loan_association: FundsLoanAssociationTable;
  funds_loan_bank: FundsLoanBankTable;
  funds_loan_entrusted: FundsLoanEntrustedTable;
  funds_loan_grade: FundsLoanGradeTable;
  funds_loan_interest: FundsLoanInterestTable;
  funds_loan_officer: FundsLoanOfficerTable;
  funds_loan_paper: FundsLoanPaperTable;
  funds_loan_return: FundsLoanReturnTable;
  funds_loan_silence: FundsLoanSilenceTable;
  funds_loan_target: FundsLoanTargetTable;
  funds_order: FundsOrderTable;
  funds_payment: FundsPaymentTable;
  funds_period: FundsPeriodTable;
  funds_project: FundsProjectTable;
  funds_project_act: FundsProjectActTable;
  funds_project_household: FundsProjectHouseholdTable;
  funds_project_line: FundsProjectLineTable;
  funds_project_milestone: FundsProjectMilestoneTable;
  funds_project_output: FundsProjectOutputTable;
  funds_rule_base: FundsRuleBaseTable;
  funds_tally: FundsTallyTable;
  insight_board: InsightBoardTable;
  insight_bulletin: InsightBulletinTable;
  insight_burden: InsightBurdenTable;
  insight_burden_again: InsightBurdenAgainTable;
  insight_burden_budget: InsightBurdenBudgetTable;
  insight_burden_mark: InsightBurdenMarkTable;
  insight_burden_output: InsightBurdenOutputTable;
  insight_chart_version: InsightChartVersionTable;
  insight_cross: InsightCrossTable;
  insight_cross_mark: InsightCrossMarkTable;
  insight_delivery: InsightDeliveryTable;
  insight_layer: InsightLayerTable;
  insight_layer_tile: InsightLayerTileTable;
  insight_movement: InsightMovementTable;
  insight_movement_mark: InsightMovementMarkTable;
  insight_placement: InsightPlacementTable;
  insight_quality: InsightQualityTable;
  insight_quality_mark: InsightQualityMarkTable;
  insight_report: InsightReportTable;
  insight_schedule: InsightScheduleTable;
  insight_trial: InsightTrialTable;
  insight_view: InsightViewTable;
  jobs_run: JobsRunTable;
  kernel_attachment: KernelAttachmentTable;
  kernel_changed_village: KernelChangedVillageTable;
  kernel_file: KernelFileTable;
  kernel_idempotency: KernelIdempotencyTable;
  kernel_migration: KernelMigrationTable;
  kernel_output: KernelOutputTable;
  kernel_setting: KernelSettingTable;
  monitoring_circular: MonitoringCircularTable;
  monitoring_document: MonitoringDocumentTable;
  monitoring_number: MonitoringNumberTable;
  monitoring_order: MonitoringOrderTable;
  monitoring_order_act: MonitoringOrderActTable;
  monitoring_order_part: MonitoringOrderPartTable;
  monitoring_problem: MonitoringProblemTable;
  monitoring_problem_act: MonitoringProblemActTable;
  monitoring_progress: MonitoringProgressTable;
  monitoring_task: MonitoringTaskTable;
  monitoring_task_owner: MonitoringTaskOwnerTable;
  policy_draft: PolicyDraftTable;
  policy_draft_act: PolicyDraftActTable;
  policy_pack: PolicyPackTable;
  publicity_evidence: PublicityEvidenceTable;
  publicity_item: PublicityItemTable;
  publicity_notice: PublicityNoticeTable;
  publicity_objection: PublicityObjectionTable;
  publicity_public_copy: PublicityPublicCopyTable;
  publicity_report: PublicityReportTable;
  publicity_slip: PublicitySlipTable;
  registry_area: RegistryAreaTable;
  registry_area_boundary: RegistryAreaBoundaryTable;
  registry_area_revision: RegistryAreaRevisionTable;
  registry_conflict: RegistryConflictTable;
  registry_count: RegistryCountTable;
  registry_count_delta: RegistryCountDeltaTable;
  registry_count_snapshot: RegistryCountSnapshotTable;
  registry_duplicate: RegistryDuplicateTable;
  registry_duplicate_act: RegistryDuplicateActTable;
  registry_event: RegistryEventTable;
  registry_external_id: RegistryExternalIdTable;
  registry_glass: RegistryGlassTable;
  registry_household: RegistryHouseholdTable;
  registry_income_entry: RegistryIncomeEntryTable;
  registry_income_year: RegistryIncomeYearTable;
  registry_indicator: RegistryIndicatorTable;
  registry_indicator_owner: RegistryIndicatorOwnerTable;
  registry_merge_moved: RegistryMergeMovedTable;
  registry_person: RegistryPersonTable;
  registry_person_key: RegistryPersonKeyTable;
  supervision_campaign: SupervisionCampaignTable;
  supervision_entry: SupervisionEntryTable;
  supervision_frame: SupervisionFrameTable;
  supervision_kin: SupervisionKinTable;
  supervision_order: SupervisionOrderTable;
  supervision_rater: SupervisionRaterTable;
  supervision_rating: SupervisionRatingTable;
  supervision_sample: SupervisionSampleTable;
  supervision_session: SupervisionSessionTable;
  supervision_team: SupervisionTeamTable;
  targeting_candidate: TargetingCandidateTable;
  targeting_candidate_list: TargetingCandidateListTable;
  targeting_hit: TargetingHitTable;
  targeting_lead: TargetingLeadTable;
  targeting_lead_act: TargetingLeadActTable;
  targeting_list: TargetingListTable;
  targeting_pair: TargetingPairTable;
  targeting_recheck: TargetingRecheckTable;
  targeting_run: TargetingRunTable;
  targeting_score: TargetingScoreTable;
  targeting_tally: TargetingTallyTable;
  workforce_attendance: WorkforceAttendanceTable;
  workforce_cell: WorkforceCellTable;
  workforce_cell_officer: WorkforceCellOfficerTable;
  workforce_count: WorkforceCountTable;
  workforce_count_delta: WorkforceCountDeltaTable;
  workforce_finding: WorkforceFindingTable;
  workforce_handover: WorkforceHandoverTable;
  workforce_helper: WorkforceHelperTable;
  workforce_incident: WorkforceIncidentTable;
  workforce_incident_act: WorkforceIncidentActTable;
  workforce_interview: WorkforceInterviewTable;
  workforce_kin: WorkforceKinTable;
  workforce_market: WorkforceMarketTable;
  workforce_meeting: WorkforceMeetingTable;
  workforce_pairing: WorkforcePairingTable;
  workforce_patrol: WorkforcePatrolTable;
  workforce_pledge: WorkforcePledgeTable;
  workforce_posting: WorkforcePostingTable;
  workforce_proposal: WorkforceProposalTable;
  workforce_proposed: WorkforceProposedTable;
  workforce_resolution: WorkforceResolutionTable;
  workforce_supervisor: WorkforceSupervisorTable;
  workforce_tie: WorkforceTieTable;
  workforce_unit: WorkforceUnitTable;
  workforce_visit: WorkforceVisitTable;
}
