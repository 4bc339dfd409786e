// The incidence of poverty of a village or county: persons still poor in the register, of those with rural
// registration. Without the second number there is none.

/** In percent; null where nobody entered how many are registered as rural. */
export function incidenceOf(poorPersons: number, ruralPopulation: number | null): number | null {
  if (ruralPopulation === null || ruralPopulation <= 0) return null;
  return (poorPersons / ruralPopulation) * 100;
}
