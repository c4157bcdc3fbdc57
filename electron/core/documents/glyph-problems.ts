import type { MissingGlyph } from './fonts/glyph-check';
import type { DocumentProblem } from './rendered';

/** Says which character cannot be printed, where, and what to do next (domain.md 6.4). */
export function glyphProblem({ character, codePoint, where, field, fault }: MissingGlyph): DocumentProblem {
  switch (fault) {
    case 'no-glyph':
      return {
        code: 'missing-glyph',
        field,
        zh: `${where}里的“${character}”（${codePoint}）在随附字体中没有字形，印出来会是空框，已停止打印。请对照证件核对是否选错了相近的字；没有选错的，请将证件姓名栏的照片附卷，在纸质文书上由本人手写该字，并请中心补充字库。`,
        en: `"${character}" (${codePoint}) in ${field} has no glyph in the fonts of this program and would print as an empty box, so nothing was printed. Check it against the identity paper; if it is right, add a photo of the name on the paper to the file, have the person write it by hand, and ask the centre for a font that has it.`,
      };
    case 'private-use':
      return {
        code: 'private-use-character',
        field,
        zh: `${where}里有自造字（${codePoint}），换一台电脑会显示成别的字，不能打印。请用输入法重新输入标准字。`,
        en: `${field} holds a private-use character (${codePoint}) that shows as another sign on another machine. Type the standard character again.`,
      };
    case 'control':
      return {
        code: 'control-character',
        field,
        zh: `${where}里有看不见的控制字符（${codePoint}），多半是粘贴带入的，请删除后重新输入。`,
        en: `${field} holds an invisible control character (${codePoint}), probably pasted. Delete it and type the text again.`,
      };
  }
}
