// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/pairedtyping.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace sightglass {

namespace {

constexpr auto openers = u"([{";
constexpr auto closers = u")]}";

QChar closerOf(QChar opener)
{
    const qsizetype at = QStringView(openers).indexOf(opener);
    return at < 0 ? QChar() : QChar(closers[at]);
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u':' || c == u'$';
}

bool deleteEmptyPair(QPlainTextEdit &editor)
{
    QTextCursor cursor = editor.textCursor();
    const int at = cursor.position();
    if (cursor.hasSelection() || at == 0)
        return false;
    const QChar before = editor.document()->characterAt(at - 1);
    const QChar after = editor.document()->characterAt(at);
    const bool brackets = !closerOf(before).isNull() && closerOf(before) == after;
    if (!brackets && !(isQuote(before) && before == after))
        return false;
    cursor.setPosition(at - 1);
    cursor.setPosition(at + 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    editor.setTextCursor(cursor);
    return true;
}

bool goBehind(QPlainTextEdit &editor, QChar typed)
{
    QTextCursor cursor = editor.textCursor();
    const bool second = QStringView(closers).contains(typed) || isQuote(typed);
    if (!second || cursor.hasSelection() || editor.document()->characterAt(cursor.position()) != typed)
        return false;
    cursor.movePosition(QTextCursor::Right);
    editor.setTextCursor(cursor);
    return true;
}

bool writePair(QPlainTextEdit &editor, QChar first, QChar second)
{
    QTextCursor cursor = editor.textCursor();
    if (cursor.hasSelection()) {
        const QString inner = cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
        cursor.insertText(first + inner + second);
        editor.setTextCursor(cursor);
        return true;
    }
    // In front of a word one bracket is what is missing.
    if (isWordCharacter(editor.document()->characterAt(cursor.position())))
        return false;
    cursor.insertText(QString(first) + second);
    cursor.movePosition(QTextCursor::Left);
    editor.setTextCursor(cursor);
    return true;
}

} // namespace

bool handlePairKey(QPlainTextEdit &editor, const QKeyEvent &event, bool inString)
{
    if (event.key() == Qt::Key_Backspace && event.modifiers() == Qt::NoModifier)
        return deleteEmptyPair(editor);
    if (event.text().size() != 1)
        return false;
    const QChar typed = event.text().front();
    if (goBehind(editor, typed))
        return true;
    const QChar closer = closerOf(typed);
    if (inString || (closer.isNull() && !isQuote(typed)))
        return false;
    return writePair(editor, typed, closer.isNull() ? typed : closer);
}

} // namespace sightglass
