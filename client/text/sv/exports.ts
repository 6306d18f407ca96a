export const exports = {
  open: 'Hämta data',
  title: 'Hämta data',
  lead: 'Uppgifter om deltagarna på din ort, för Excel eller ett statistikprogram. Namn och kontaktuppgifter följer inte med. Anonyma enkäter finns bara som resultat.',
  table: 'Vad',
  format: 'Filformat',
  fetch: 'Hämta filen',
  all: 'Hämta allt som zip',
  codebook: 'Kodbok (CSV)',
  rScript: 'R-skript',
  spssScript: 'SPSS-syntax',
  care: 'Filen innehåller uppgifter om enskilda. Förvara den lika säkert som det här systemet, och ta bort den när den inte behövs. Varje hämtning skrivs i loggen. Nycklarna i filen gäller bara för den: vill du koppla ihop flera tabeller, hämta allt som zip.',
};
