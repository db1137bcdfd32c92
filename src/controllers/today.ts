/** Making a formatter costs a hundred times what it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of now, `YYYY-MM-DD`, where the région lives: a dossier takes effect by that calendar, wherever the browser is. */
export function today(timeZone = 'Europe/Paris', now = new Date()): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) formatters.set(timeZone, formatter = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }));
  const parts = formatter.formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}
