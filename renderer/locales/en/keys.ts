import type { Texts } from '../zh-CN';

export const keys = {
  title: 'What opens the cases',
  lead: 'The cases are encrypted. Any one of these opens them; when all are lost, nobody can.',
  os: 'This computer',
  osYes: 'opens them at start; then each person signs in',
  osNo: 'the system of this computer does not have the key yet',
  passwords: 'Passwords',
  passwordsCount: (n: number) => (n === 1 ? 'the password of 1 account' : `the passwords of ${n} accounts`),
  recovery: 'Recovery sheet',
  recoveryNone: 'not made yet',
  recoveryMade: (date: string, by: string) => `made ${date} by ${by}`,
  sheet: {
    title: 'Recovery sheet',
    why: 'This paper opens the cases when a password is forgotten or the computer is a new one. Print it now and lock it away; take no photograph and keep no copy on this computer.',
    printer: 'Printer',
    print: 'Print the sheet',
    noPrinter: 'No printer was found. Save the sheet to a USB stick and print it elsewhere.',
    save: 'Save as PDF',
    saveHint: 'Save it to a USB stick, and delete the file once it is printed.',
    sent: {
      printer:
        'The sheet is on its way to the printer. With the paper in your hand, type its last four characters: that shows it can be read.',
      file: 'The sheet is saved. Print it, type its last four characters from the paper, then delete the file.',
    },
    waiting:
      'A sheet waits to be confirmed. Type its last four characters, or make a new one if the paper cannot be found.',
    tail: 'Last four characters on the sheet',
    confirm: 'Confirm',
    again: 'Print or save again',
    done: 'The sheet is in force. Lock the paper away.',
    oldStays: 'The old sheet opens the cases until you confirm the new one; after that it does not.',
    later: 'Later',
    laterHint:
      'Without a sheet, a forgotten password or a new computer can mean that the cases cannot be opened. Today reminds you until it is made.',
    next: 'Go on',
    make: 'Make a new sheet',
    makeFirst: 'Make the recovery sheet',
    cancelled: 'Not saved: you cancelled.',
  },
  reminder: 'No recovery sheet yet: with a forgotten password or a new computer the cases might not open.',
  reminderGo: 'Make the sheet',
} satisfies Texts['keys'];
