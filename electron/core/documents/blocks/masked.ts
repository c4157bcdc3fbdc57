import { maskAccount } from '../../domain/checks/bank-card';
import { maskIdentityNumber } from '../../domain/checks/identity-number';
import { maskPhone } from '../../domain/checks/phone';

/** Number of an identity paper on papers that go beyond the parties and the court: `999999********0019` (domain.md 2.4). */
export const maskedId = (number: string): string => maskIdentityNumber(number.replace(/\s/gu, ''));

/** Account or card number: `6299***********1010` (domain.md 6.9). */
export const maskedAccount = (number: string): string => maskAccount(number);

/** Telephone number: `199****0001` (domain.md 6.10). */
export const maskedPhone = (number: string): string => maskPhone(number.trim());
