export const outbox = {
  title: 'Utkorg',
  lead: 'Brev som produkten har skrivit. Ingen e-postserver är inställd (SMTP_URL), så de ligger kvar här.',
  sentLead: 'En e-postserver är inställd: brev skickas på riktigt och sparas inte här.',
  emptyTitle: 'Inga brev än',
  emptyText: 'Inbjudningar och kontobrev hamnar här så länge ingen e-postserver är inställd.',
  to: 'Till',
  subject: 'Ämne',
  at: 'Skrivet',
  open: 'Visa brevet',
};
