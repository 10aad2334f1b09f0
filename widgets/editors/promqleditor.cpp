// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/promqleditor.h"

#include "model/assist/formatquery.h"
#include "model/assist/signaturehelp.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/findingtext.h"
#include "model/presentation/queryassistant.h"
#include "widgets/editors/choicepopup.h"
#include "widgets/editors/completionchoices.h"
#include "widgets/editors/pairedtyping.h"
#include "widgets/editors/promqlcolors.h"
#include "widgets/editors/promqlhighlighter.h"
#include "widgets/editors/signaturetip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextEdit>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

namespace sightglass {

namespace {

/// An unfinished word is no error before one has stopped to type.
constexpr int checkDelayMs = 250;
constexpr int mostLinesShown = 10;
/// Beyond that nothing follows the cursor any more.
constexpr int longestAssisted = 20'000;

} // namespace

PromqlEditor::PromqlEditor(QueryAssistant *assistant, const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_assistant(assistant)
    , m_theme(theme)
    , m_highlighter(new PromqlHighlighter(document(), theme))
    , m_popup(new ChoicePopup(theme, this))
    , m_signature(new SignatureTip(theme, this))
    , m_checkTimer(new QTimer(this))
{
    setFont(promqlFont(font()));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("PromQL expression"));
    setPlaceholderText(tr("PromQL: a metric, a rate, anything. Ctrl+Space shows what there is."));
    m_checkTimer->setSingleShot(true);
    m_checkTimer->setInterval(checkDelayMs);
    connect(m_checkTimer, &QTimer::timeout, this, &PromqlEditor::recheck);
    connect(this, &QPlainTextEdit::textChanged, this, &PromqlEditor::onTextChanged);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PromqlEditor::onCursorMoved);
    connect(m_popup, &ChoicePopup::chosen, this, &PromqlEditor::choose);
    connect(assistant, &QueryAssistant::completed, this, &PromqlEditor::takeCompletions);
    connect(assistant, &QueryAssistant::checked, this, &PromqlEditor::takeFindings);
    setTheme(theme);
    updateHeight();
}

PromqlEditor::~PromqlEditor()
{
    // They lie in the window, not in the editor.
    delete m_popup;
    delete m_signature;
}

void PromqlEditor::setTheme(const Theme &theme)
{
    m_theme = theme;
    setPalette(theme.palette());
    m_highlighter->setTheme(theme);
    m_popup->setTheme(theme);
    m_signature->setTheme(theme);
    updateSelections();
}

void PromqlEditor::setQuery(const QString &query)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(query);
    setTextCursor(cursor);
    hideHelpers();
}

void PromqlEditor::applyMend(const Mend &mend)
{
    const auto &text = mend.replacement;
    replace(m_offsets.positionAt(mend.span.begin), m_offsets.positionAt(mend.span.end),
            QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), 0);
    hideHelpers();
}

void PromqlEditor::setMarkedSpan(std::optional<SourceSpan> span)
{
    m_marked = span;
    updateSelections();
}

void PromqlEditor::onTextChanged()
{
    m_revision = document()->revision();
    m_offsets = TextOffsets(toPlainText());
    m_marked.reset();
    // Places in the old text are none in the new one.
    if (!m_findings.empty()) {
        m_findings.clear();
        emit findingsChanged();
    }
    m_checkTimer->start();
    updateHeight();
    updateSelections();
    if (m_offsets.utf8().isEmpty())
        hideHelpers();
}

void PromqlEditor::onCursorMoved()
{
    // It has moved because the text is another one: onTextChanged() comes next.
    if (document()->revision() != m_revision)
        return;
    updateSelections();
    updateSignature();
    const bool elsewhere = m_completions && !m_popup->isHidden() &&
                           m_popupContent == PopupContent::Completions &&
                           cursorByte() < m_completions->replaced.begin;
    if (elsewhere)
        m_popup->hide();
}

void PromqlEditor::recheck()
{
    m_checkTimer->stop();
    m_assistant->check(m_offsets.utf8());
}

void PromqlEditor::takeFindings(const QByteArray &query, const std::vector<Finding> &findings)
{
    if (query != m_offsets.utf8())
        return;
    m_findings = findings;
    updateSelections();
    emit findingsChanged();
}

void PromqlEditor::updateSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    const auto add = [&](SourceSpan span, const QTextCharFormat &format) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        int begin = m_offsets.positionAt(span.begin);
        int end = m_offsets.positionAt(span.end);
        // What is missing at the end is shown at the last character.
        if (begin == end)
            begin = end < m_offsets.positionAt(m_offsets.view().size()) ? end++ : std::max(0, begin - 1);
        selection.cursor.setPosition(begin);
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        selection.format = format;
        selections.append(selection);
    };
    if (m_marked) {
        QTextCharFormat format;
        QColor color = m_theme.accent;
        color.setAlpha(50);
        format.setBackground(color);
        add(*m_marked, format);
    }
    for (const Finding &finding : m_findings) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(findingColor(finding.severity, m_theme));
        add(finding.span, format);
    }
    const bool follows = hasFocus() && m_offsets.view().size() <= longestAssisted;
    const auto pair = follows ? bracketAt(m_offsets.view(), cursorByte()) : std::nullopt;
    if (pair) {
        QTextCharFormat format;
        format.setBackground(m_theme.axis);
        if (!pair->partner)
            format.setForeground(m_theme.semantic(SemanticColor::Critical));
        add({pair->bracket, pair->bracket + 1}, format);
        if (pair->partner)
            add({*pair->partner, *pair->partner + 1}, format);
    }
    setExtraSelections(selections);
}

void PromqlEditor::updateSignature()
{
    const bool wanted = m_wantsSignature && hasFocus() && m_offsets.view().size() <= longestAssisted;
    const auto help = wanted ? signatureAt(m_offsets.view(), cursorByte()) : std::nullopt;
    if (!help) {
        m_signature->hide();
        return;
    }
    QRect line = cursorRect();
    line.translate(viewport()->pos());
    m_signature->show(*help, line);
}

void PromqlEditor::hideHelpers()
{
    m_assistant->cancelCompletion();
    m_wantsSignature = false;
    // When the window goes, they may have gone before.
    if (m_popup)
        m_popup->hide();
    if (m_signature)
        m_signature->hide();
}

void PromqlEditor::showCompletion()
{
    m_wantsSignature = true;
    requestCompletion();
}

void PromqlEditor::requestCompletion()
{
    m_assistant->complete(m_offsets.utf8(), cursorByte());
}

void PromqlEditor::takeCompletions(const QByteArray &query, std::size_t cursor,
                                   const std::shared_ptr<const CompletionList> &list)
{
    if (query != m_offsets.utf8() || cursor != cursorByte() || !hasFocus())
        return;
    m_completions = list;
    m_popupContent = PopupContent::Completions;
    QRect line = cursorRect();
    line.translate(viewport()->pos());
    m_popup->show(choicesOf(*list), line);
    updateSignature();
}

void PromqlEditor::showHistory()
{
    const QString typed = toPlainText().trimmed();
    m_shownHistory.clear();
    std::vector<Choice> choices;
    for (const QString &entry : m_history) {
        if (entry == typed)
            continue;
        m_shownHistory << entry;
        Choice choice;
        choice.text = displayText(QString(entry).replace(u'\n', u' '), 200);
        choice.mark = QStringLiteral("↺");
        choices.push_back(std::move(choice));
    }
    m_assistant->cancelCompletion();
    m_popupContent = PopupContent::History;
    m_signature->hide();
    m_popup->show(std::move(choices), rect());
}

void PromqlEditor::choose(int row)
{
    if (row < 0)
        return;
    const auto index = static_cast<std::size_t>(row);
    m_popup->hide();
    if (m_popupContent == PopupContent::History)
        setQuery(m_shownHistory.at(row));
    else if (m_completions && index < m_completions->items.size())
        insertCompletion(m_completions->items[index]);
}

void PromqlEditor::insertCompletion(const Completion &completion)
{
    const QString text =
        QString::fromUtf8(completion.inserted.data(), static_cast<qsizetype>(completion.inserted.size()));
    replace(m_offsets.positionAt(m_completions->replaced.begin),
            m_offsets.positionAt(m_completions->replaced.end), text, static_cast<int>(completion.back));
    m_wantsSignature = true;
    updateSignature();
    // Between quotes and brackets that were just written one goes on.
    if (completion.back > 0)
        requestCompletion();
}

void PromqlEditor::replace(int begin, int end, const QString &text, int back)
{
    QTextCursor cursor(document());
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, back);
    setTextCursor(cursor);
}

void PromqlEditor::format()
{
    const auto formatted = formattedQuery(m_offsets.view());
    if (!formatted) {
        emit formatRefused(errorText(formatted.error()));
        return;
    }
    const QString text = QString::fromUtf8(formatted->data(), static_cast<qsizetype>(formatted->size()));
    if (text != toPlainText())
        setQuery(text);
}

bool PromqlEditor::isTypedInFull() const
{
    const int row = m_popup->current();
    if (m_popupContent != PopupContent::Completions || !m_completions || row < 0)
        return false;
    const Completion &completion = m_completions->items.at(static_cast<std::size_t>(row));
    return completion.kind == Completion::Kind::Metric && completion.inserted == m_completions->typed;
}

bool PromqlEditor::handlePopupKey(QKeyEvent *event)
{
    if (m_popup->isHidden())
        return false;
    switch (event->key()) {
    case Qt::Key_Escape:
        m_popup->hide();
        m_assistant->cancelCompletion();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Nothing to add to what is written: Enter means what it always does.
        if (event->modifiers().testFlag(Qt::ControlModifier) || isTypedInFull())
            return false;
        choose(m_popup->current());
        return true;
    case Qt::Key_Tab:
        choose(m_popup->current());
        return true;
    default:
        return event->modifiers() == Qt::NoModifier && m_popup->navigate(event->key());
    }
}

bool PromqlEditor::handleCommandKey(const QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && modifiers != Qt::ShiftModifier) {
        hideHelpers();
        emit runRequested();
        return true;
    }
    if (event->key() == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        showCompletion();
        return true;
    }
    if (event->key() == Qt::Key_F && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        format();
        return true;
    }
    if (event->key() == Qt::Key_Escape && !m_signature->isHidden()) {
        m_signature->hide();
        m_wantsSignature = false;
        return true;
    }
    const bool atBegin = textCursor().position() == 0 && modifiers == Qt::NoModifier;
    if (event->key() == Qt::Key_Up && (atBegin || modifiers == Qt::ControlModifier)) {
        showHistory();
        return true;
    }
    return false;
}

void PromqlEditor::keyPressEvent(QKeyEvent *event)
{
    if (handlePopupKey(event) || handleCommandKey(event)) {
        event->accept();
        return;
    }
    const int before = document()->revision();
    const bool inString = cursorContext(m_offsets.view(), cursorByte()).quote != 0;
    if (!handlePairKey(*this, *event, inString))
        QPlainTextEdit::keyPressEvent(event);
    event->accept();
    if (document()->revision() != before)
        completeAfter(event->text());
}

/// Asks by itself where a word is being written or something that wants one has just been opened.
void PromqlEditor::completeAfter(const QString &typed)
{
    m_wantsSignature = true;
    updateSignature();
    const bool deleted = typed.isEmpty() || !typed.front().isPrint();
    const QChar last = deleted ? QChar() : typed.back();
    const bool opens = last == u'{' || last == u'[' || last == u'"' || last == u'=' || last == u'~';
    const CursorContext context = cursorContext(m_offsets.view(), cursorByte());
    const bool inList = context.place == CursorPlace::LabelName ||
                        context.place == CursorPlace::GroupingLabel ||
                        context.place == CursorPlace::LabelValue;
    const bool wants = deleted ? !m_popup->isHidden() && (!context.prefix.empty() || inList)
                               : !context.prefix.empty() || opens || (inList && last != u' ');
    if (wants && context.place != CursorPlace::Nothing) {
        requestCompletion();
        return;
    }
    m_assistant->cancelCompletion();
    m_popup->hide();
}

bool PromqlEditor::focusNextPrevChild(bool next)
{
    return m_popup->isHidden() && QPlainTextEdit::focusNextPrevChild(next);
}

void PromqlEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    updateSelections();
}

void PromqlEditor::focusOutEvent(QFocusEvent *event)
{
    hideHelpers();
    QPlainTextEdit::focusOutEvent(event);
    updateSelections();
}

void PromqlEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateHeight();
}

void PromqlEditor::updateHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostLinesShown;
         block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    lines = std::clamp(lines, 1, mostLinesShown);
    const int height = lines * fontMetrics().lineSpacing() +
                       2 * static_cast<int>(document()->documentMargin()) + 2 * frameWidth() + 2;
    if (height != this->height() || height != maximumHeight())
        setFixedHeight(height);
}

QSize PromqlEditor::sizeHint() const
{
    return {400, height()};
}

QSize PromqlEditor::minimumSizeHint() const
{
    return {120, fontMetrics().lineSpacing() + 8};
}

bool PromqlEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int position = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
    QStringList texts;
    for (const Finding &finding : m_findings) {
        const int begin = m_offsets.positionAt(finding.span.begin);
        const int end = m_offsets.positionAt(finding.span.end);
        if (position >= begin && position <= std::max(end, begin + 1))
            texts << findingDisplayText(finding);
    }
    if (texts.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(texts.join(u'\n')), this);
    return true;
}

} // namespace sightglass
