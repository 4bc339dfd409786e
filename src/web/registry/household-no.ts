// A household's printed number in the groups it is made of: county, township, village, the household.
// No line breaks in its gaps. Numbers of another make are left as they are.

export function groupedNo(householdNo: string): string {
  const parts = /^(\d{6})(\d{3})(\d{3})(\d{3,6})$/.exec(householdNo);
  return parts === null ? householdNo : parts.slice(1).join('\u00a0');
}
