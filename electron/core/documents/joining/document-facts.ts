/** What a file says of itself; an empty text is left out. */
export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly created: Date | undefined;
}
