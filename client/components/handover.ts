// While a participant holds the coordinator's tablet, the app shows the card and nothing else: a reload or another address
// leads back to it, until the coordinator has given the password.
const key = 'stegvis.handover';

/** Address of the card that the tablet was handed over for, or undefined. */
export const heldAddress = (): string | undefined => sessionStorage.getItem(key) ?? undefined;
export const handOver = (address: string): void => sessionStorage.setItem(key, address);
export const takeBack = (): void => sessionStorage.removeItem(key);
