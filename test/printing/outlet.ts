/**
 * The device at the end of a test's queue: a CUPS back end that keeps what a printer would get, and fails when told. The
 * data reach it through CUPS's own filter for PDF printers (pdftopdf), which does copies and page ranges.
 */

/** `outlet:/folder`; a file `fault` in the folder says how the device misbehaves; see docs/decisions/printing.md. */
export const BACKEND = `#!/bin/sh
# CUPS calls: job user title copies options [file]; without arguments it asks for devices.
[ $# -eq 0 ] && exit 0
folder=\${DEVICE_URI#outlet:}
fault=$(cat "$folder/fault" 2>/dev/null)
case $fault in
  fails) echo 'ERROR: The device fell over.' >&2; exit 1 ;;
  stops) exit 4 ;;
  media-*)
    echo "STATE: +$fault-error" >&2
    while [ -e "$folder/fault" ]; do sleep 0.1; done
    echo "STATE: -$fault-error" >&2 ;;
esac
if [ -n "$6" ]; then cat "$6"; else cat; fi > "$folder/$1.part"
printf '%s\\n' "$3" "$5" > "$folder/$1.order"
mv "$folder/$1.part" "$folder/$1.pdf"
`;

/** How a test's printer describes itself. Points of 1/72 inch. */
export interface PrinterKind {
  readonly standardSize: 'A4' | 'Letter';
  /** What it says that it cannot print on at each edge. */
  readonly margin: number;
}

const SIZES = { A4: [595.276, 841.89], Letter: [612, 792] } as const;
const each = (line: (name: string, width: number, height: number) => string): string =>
  Object.entries(SIZES)
    .map(([name, [width, height]]) => line(name, width, height))
    .join('\n');

/** The description (PPD) of a printer that takes PDF as it is and prints on both sides. */
export const printerDescription = ({ standardSize, margin }: PrinterKind): string => `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "OUTLET.PPD"
*Product: "(Outlet)"
*Manufacturer: "Outlet"
*ModelName: "Outlet"
*ShortNickName: "Outlet"
*NickName: "Outlet"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsManualCopies: True
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Paper: PickOne
*DefaultPageSize: ${standardSize}
${each((name) => `*PageSize ${name}/${name}: ""`)}
*CloseUI: *PageSize
*OpenUI *PageRegion/Paper: PickOne
*DefaultPageRegion: ${standardSize}
${each((name) => `*PageRegion ${name}/${name}: ""`)}
*CloseUI: *PageRegion
*DefaultImageableArea: ${standardSize}
${each((name, width, height) => `*ImageableArea ${name}/${name}: "${margin} ${margin} ${width - margin} ${height - margin}"`)}
*DefaultPaperDimension: ${standardSize}
${each((name, width, height) => `*PaperDimension ${name}/${name}: "${width} ${height}"`)}
*OpenUI *Duplex/Two-Sided: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
`;
