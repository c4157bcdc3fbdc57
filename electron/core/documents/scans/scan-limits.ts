/**
 * Largest file that is taken as a scan, in bytes. A room's scanner makes about 1 MB a page in colour, so 100 MB holds a
 * contract of a hundred pages; the evidence chunks of the centre (1 MB each) carry it in minutes on a slow line. More is
 * nearly always a wrong resolution or a recording.
 */
export const MOST_SCAN_BYTES = 100 * 1024 * 1024;

/**
 * Most pixels of a picture, in millions, read from its header before anything is decoded. A4 at 600 dots an inch has 35,
 * a telephone's main camera up to 50 (8160 × 6144 = 50.1); a file that claims more would take gigabytes to open.
 */
export const MOST_MEGAPIXELS = 51;

/** Bytes that a decoder may ask for: a picture of `MOST_MEGAPIXELS` in four channels of one byte, or half as many of two. */
export const MOST_PICTURE_BYTES = MOST_MEGAPIXELS * 1_000_000 * 4;

/** Memory of the JPEG decoder in MB: it holds every coefficient in four bytes, at full colour resolution three a pixel. */
export const MOST_JPEG_MEMORY_MB = 1024;

/** Scans of a progressive JPEG: ten are usual; thousands only cost time. */
export const MOST_JPEG_SCANS = 100;

/** Bytes that the object tables of one PDF may unpack to; pictures and page contents are never unpacked. */
export const MOST_PDF_TABLE_BYTES = 64 * 1024 * 1024;
