import type { MissingGlyph } from './fonts/glyph-check';
import { invisibleName } from './fonts/invisible-names';
import type { DocumentProblem } from './rendered';

const PICTURE_ZH =
  '请将证件姓名栏的照片附卷，裁出这一个字，在本案附件里登记为“外字影像”，打印时就印上该字的影像；也可以请中心补充字库。';
const PICTURE_EN =
  'Photograph the name on the identity paper, crop this one character and add it to the attachments of the case as a character image: it is printed in its place. The centre can also supply a font that has it.';

/** Says which character cannot be printed, where, and what to do next (domain.md 6.4). */
export function glyphProblem({ character, codePoint, where, field, fault }: MissingGlyph): DocumentProblem {
  switch (fault) {
    case 'no-glyph':
      return {
        code: 'missing-glyph',
        field,
        zh: `${where}里的“${character}”（${codePoint}）在随附字体中没有字形，印出来会是空框，已停止打印。请对照证件核对是否选错了相近的字；没有选错的，${PICTURE_ZH}`,
        en: `"${character}" (${codePoint}) in ${field} has no glyph in the fonts of this program and would print as an empty box, so nothing was printed. Check it against the identity paper. If it is right: ${PICTURE_EN}`,
      };
    case 'foreign-script':
      return {
        code: 'missing-glyph',
        field,
        zh: `${where}里的“${character}”（${codePoint}）不是汉字，随附字体写不了这种文字，已停止打印。请按居民身份证上的汉字姓名填写，例如“帕丽扎提·库尔班”，间隔号用“·”。`,
        en: `"${character}" (${codePoint}) in ${field} is of a script that the fonts of this program do not write, so nothing was printed. Enter the name in Chinese characters as on the identity card, with the middle dot "·".`,
      };
    case 'emoji':
      return {
        code: 'missing-glyph',
        field,
        zh: `${where}里有表情符号“${character}”（${codePoint}），文书上不能打印。请删除，或者改用文字说明。`,
        en: `${field} holds the emoji "${character}" (${codePoint}), which cannot be printed on a document. Delete it or say it in words.`,
      };
    case 'variant':
      return {
        code: 'missing-glyph',
        field,
        zh: `${where}里的“${character}”（${codePoint}）带有异体字选择符，随附字体没有这个写法，会印成另一种写法，已停止打印。请对照证件，改用普通写法的字；证件上确为异体的，${PICTURE_ZH}`,
        en: `"${character}" (${codePoint}) in ${field} asks for a variant that the fonts of this program do not have and would print in another shape, so nothing was printed. Compare the identity paper and type the ordinary character. If the paper has the variant: ${PICTURE_EN}`,
      };
    case 'stand-in':
      return {
        code: 'missing-character-image',
        field,
        zh: `${where}里的“〓”（${codePoint}）表示打不出来的字，但还没有该字的影像，已停止打印。${PICTURE_ZH}`,
        en: `"〓" (${codePoint}) in ${field} stands for a character that cannot be typed, and there is no picture of it yet, so nothing was printed. ${PICTURE_EN}`,
      };
    case 'unreadable-image':
      return {
        code: 'missing-character-image',
        field,
        zh: `${where}里“${character}”（${codePoint}）的外字影像打不开，或者不是裁好的一个字，已停止打印。请重新拍下证件姓名栏，裁出这一个字，存为 JPG 或 PNG，在本案附件里替换原来的影像。`,
        en: `The character image of "${character}" (${codePoint}) in ${field} cannot be read or is far more than one character, so nothing was printed. Photograph the name on the identity paper again, crop this one character, save it as JPG or PNG and replace the image in the attachments of the case.`,
      };
    case 'private-use':
      return {
        code: 'private-use-character',
        field,
        zh: `${where}里有自造字（${codePoint}），换一台电脑会显示成别的字，不能打印。请用输入法重新输入标准字；打不出来的，用“〓”代替。${PICTURE_ZH}`,
        en: `${field} holds a private-use character (${codePoint}) that shows as another sign on another machine. Type the standard character again, or "〓" if it cannot be typed. ${PICTURE_EN}`,
      };
    case 'control': {
      const name = invisibleName(character);
      return {
        code: 'control-character',
        field,
        zh: `${where}里有看不见的${name.zh}（${codePoint}），多半是粘贴带入的，${name.turns ? '会打乱文字的先后顺序，' : ''}不能打印。请删除后重新输入。`,
        en: `${field} holds an invisible ${name.en} (${codePoint}), probably pasted${name.turns ? '; it could change the order of what is printed' : ''}. Delete it and type the text again.`,
      };
    }
  }
}
