import { NO_ACCOUNTS, type Account, type AccountsBook } from '../access/accounts';
import { ACCOUNTS_PREFIX } from '../domain/journal/subject-kinds';
import type { JournalStore } from '../store/journal-store';

/** The accounts of this workstation as its journals say（账户册）, asked with every call of the window: nothing is opened. */
export class AccountsHere {
  private readonly found: Set<string>;

  constructor(private readonly store: Pick<JournalStore, 'subjects' | 'summary' | 'onSaved'>) {
    this.found = new Set(store.subjects().filter(isAccounts));
    store.onSaved((subjects) => this.noted(subjects));
  }

  /** These were saved just now. */
  noted(subjects: readonly string[]): void {
    for (const subject of subjects.filter(isAccounts)) this.found.add(subject);
  }

  /** There is a journal of accounts, readable or not: nobody may found a second one without the recovery sheet. */
  get founded(): boolean {
    return this.found.size > 0;
  }

  /** Where the next change goes; null before the first account, and where the journal is damaged. */
  get subject(): string | null {
    return this.books()[0]?.[0] ?? null;
  }

  /**
   * All accounts. There is one journal; where a restored backup brought another, the first one by name stands for a name
   * that is in both, and its settings hold.
   */
  get book(): AccountsBook {
    const books = this.books();
    const [first] = books;
    if (!first) return NO_ACCOUNTS;
    if (books.length === 1) return first[1];
    const accounts = new Map<string, Account>();
    for (const [, book] of books)
      for (const account of book.accounts) if (!accounts.has(account.name)) accounts.set(account.name, account);
    return { ...first[1], accounts: [...accounts.values()] };
  }

  /** By its name as kept; null where there is none. */
  account(name: string): Account | null {
    return this.book.accounts.find((account) => account.name === name) ?? null;
  }

  private books(): readonly (readonly [subject: string, book: AccountsBook])[] {
    return [...this.found].sort().flatMap((subject) => {
      const book = this.store.summary(subject) as AccountsBook | null;
      return book === null ? [] : [[subject, book] as const];
    });
  }
}

const isAccounts = (subject: string): boolean => subject.startsWith(ACCOUNTS_PREFIX);
