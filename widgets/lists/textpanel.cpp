// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/textpanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/lists/markdown.h"
#include "widgets/lists/quietbrowser.h"
#include "widgets/lists/safehtml.h"
#include "widgets/style/stylesheets.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextOption>
#include <QTextTable>

#include <algorithm>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr double margin = 2;
constexpr double codePadding = 6;
constexpr double cellPadding = 5;
constexpr int smallestHeading = 6;

TextOptions optionsOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<TextOptions>(&spec.options);
    return options != nullptr ? *options : TextOptions();
}

struct ShownText
{
    QString text;
    bool cut = false; ///< there was more
};

/// Line by line, so that line ends stay and everything else that cannot be seen is made visible.
ShownText shownText(const std::string &content)
{
    const qsizetype bytes = std::min(static_cast<qsizetype>(content.size()), 4 * longestPanelText);
    QString text = QString::fromUtf8(content.data(), bytes);
    ShownText result;
    result.cut = text.size() > longestPanelText || bytes < static_cast<qsizetype>(content.size());
    text.truncate(longestPanelText);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const QStringView line : QStringView(text).split(u'\n')) {
        QString whole = line.toString();
        whole.replace(u'\t', QStringLiteral("    "));
        result.text += displayText(whole, longestPanelText) + u'\n';
    }
    result.text.chop(1);
    return result;
}

/// Where there is no desktop that has one, Qt's fixed font is any.
QStringList fixedFamilies()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return QFontInfo(fixed).fixedPitch() ? fixed.families() : QStringList(QStringLiteral("monospace"));
}

/// Each line with its number before it.
QString numbered(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    const auto width = static_cast<int>(QString::number(lines.size()).size());
    QStringList result;
    for (qsizetype i = 0; i < lines.size(); ++i)
        result << QStringLiteral("%1  %2").arg(i + 1, width).arg(lines[i]);
    return result.join(u'\n');
}

/// The first row of a table of Markdown is its head.
void markHead(QTextTable &table, const Theme &theme)
{
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setBackground(theme.surfaceRaised);
        cell.setFormat(format);
        QTextCursor cursor = cell.firstCursorPosition();
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::Bold);
        cursor.mergeCharFormat(strong);
        if (cursor.blockFormat().alignment().testFlag(Qt::AlignJustify)) {
            QTextBlockFormat leading;
            leading.setAlignment(Qt::AlignLeading);
            cursor.mergeBlockFormat(leading);
        }
    }
}

void frameTables(QTextFrame *frame, const Theme &theme, TextFormat text)
{
    for (QTextFrame *child : frame->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(child)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderBrush(theme.border);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setCellPadding(cellPadding);
            format.setTopMargin(codePadding);
            format.setBottomMargin(codePadding);
            format.setCellSpacing(0);
            table->setFormat(format);
            if (text == TextFormat::Markdown)
                markHead(*table, theme);
        }
        frameTables(child, theme, text);
    }
}

bool hasTables(const QTextDocument &document)
{
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    return std::ranges::any_of(
        frames, [](const QTextFrame *frame) { return qobject_cast<const QTextTable *>(frame) != nullptr; });
}

/// Gives parts of a text, from a place to a place, something of a format.
void apply(QTextDocument &document, const std::vector<std::pair<int, int>> &parts,
           const QTextCharFormat &format)
{
    QTextCursor cursor(&document);
    for (const auto &[from, to] : parts) {
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

} // namespace

TextPanel::TextPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_options(optionsOf(spec))
    , m_theme(theme)
    , m_browser(new QuietBrowser(this))
{
    m_browser->setAccessibleName(displayText(std::string_view(spec.title)));
    m_browser->setLineWrapMode(m_options.format == TextFormat::Code ? QTextEdit::NoWrap
                                                                    : QTextEdit::WidgetWidth);
    if (m_options.format == TextFormat::Code && !m_options.language.empty())
        m_browser->setAccessibleDescription(displayText(std::string_view(m_options.language)));
    connect(m_browser, &QuietBrowser::linkActivated, this, &PanelView::linkRequested);
    setFocusProxy(m_browser);
    present();
}

void TextPanel::setData(const PanelDataPtr &answer)
{
    Q_UNUSED(answer)
}

void TextPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    present();
}

void TextPanel::present()
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::Base, m_theme.surface);
    m_browser->setPalette(palette);
    m_browser->setStyleSheet(slimScrollBars(m_theme));
    // The cursor went to the end with the text, which is where Qt would open it.
    const int scrolled = m_browser->verticalScrollBar()->value();
    // Apart from the browser, which would lay it out at every step: tables for seconds each time.
    auto *document = new QuietDocument(m_browser);
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(m_browser->font());
    fill(*document);
    const QPointer<QTextDocument> before = m_browser->document();
    m_browser->setDocument(document);
    delete before;
    wrapTables();
    m_browser->moveCursor(QTextCursor::Start);
    m_browser->verticalScrollBar()->setValue(scrolled);
}

void TextPanel::fill(QTextDocument &document) const
{
    document.setDocumentMargin(margin);
    const auto [text, cut] = shownText(m_options.content);
    switch (m_options.format) {
    case TextFormat::Markdown:
        document.setHtml(safeMarkdown(text));
        break;
    case TextFormat::Html:
        document.setHtml(safeHtml(text));
        break;
    case TextFormat::Code:
        document.setPlainText(m_options.lineNumbers ? numbered(text) : text);
        break;
    }
    decorate(document);
    if (!cut)
        return;
    QTextCursor cursor(&document);
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat muted;
    muted.setForeground(m_theme.textMuted);
    cursor.insertBlock(QTextBlockFormat(), muted);
    cursor.insertText(tr("… This text is longer than is shown of one: %1 characters.")
                          .arg(QLocale().toString(longestPanelText)));
}

void TextPanel::decorate(QTextDocument &document) const
{
    QTextCursor cursor(&document);
    if (m_options.format == TextFormat::Code) {
        cursor.select(QTextCursor::Document);
        QTextCharFormat format;
        format.setFontFamilies(fixedFamilies());
        cursor.mergeCharFormat(format);
        return;
    }
    // One change for the layout, however many there are.
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat before = block.blockFormat();
        if (before.headingLevel() == smallestHeading)
            mendHeading(block);
        if (const QTextList *list = block.textList();
            list != nullptr && list->format().style() == QTextListFormat::ListStyleUndefined)
            hangNumber(block);
        if (before.intProperty(QTextFormat::BlockQuoteLevel) > 0) {
            quiet(block);
            continue;
        }
        if (!before.hasProperty(QTextFormat::BlockCodeFence) &&
            !before.hasProperty(QTextFormat::BlockCodeLanguage) && !before.nonBreakableLines())
            continue;
        QTextBlockFormat format;
        format.setBackground(m_theme.surfaceRaised);
        format.setLeftMargin(before.leftMargin() + codePadding);
        format.setRightMargin(codePadding);
        cursor.setPosition(block.position());
        cursor.mergeBlockFormat(format);
    }
    frameTables(document.rootFrame(), m_theme, m_options.format);
    mendFixed(document);
    colorLinks(document);
    cursor.endEditBlock();
}

/// Qt's smallest heading is larger than the one above it, and not bold.
void TextPanel::mendHeading(const QTextBlock &block) const
{
    QTextCursor cursor(block);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat format;
    format.setProperty(QTextFormat::FontSizeAdjustment, -1);
    format.setFontWeight(QFont::Bold);
    format.setForeground(m_theme.textMuted);
    cursor.mergeCharFormat(format);
}

/// A number that is part of its item's text stands where those of other lists do (see safeHtml()).
void TextPanel::hangNumber(const QTextBlock &block) const
{
    const QString text = block.text();
    const qsizetype end = text.indexOf(QStringLiteral(". "));
    if (end < 0)
        return;
    QTextBlockFormat format;
    format.setTextIndent(-QFontMetricsF(m_browser->font()).horizontalAdvance(text.left(end + 2)));
    QTextCursor(block).mergeBlockFormat(format);
}

/// Qt's reader of HTML asks for families that not each system has.
void TextPanel::mendFixed(QTextDocument &document) const
{
    QTextCharFormat format;
    format.setFontFamilies(fixedFamilies());
    format.setFontStyleHint(QFont::Monospace);
    std::vector<std::pair<int, int>> parts;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (fragment.charFormat().fontFixedPitch())
                parts.emplace_back(fragment.position(), fragment.position() + fragment.length());
        }
    }
    apply(document, parts, format);
}

/// A quotation stands back.
void TextPanel::quiet(const QTextBlock &block) const
{
    QTextCursor cursor(block);
    QTextBlockFormat format;
    format.setBackground(m_theme.surfaceRaised);
    cursor.mergeBlockFormat(format);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat text;
    text.setForeground(m_theme.textMuted);
    cursor.mergeCharFormat(text);
}

void TextPanel::colorLinks(QTextDocument &document) const
{
    // In the theme's shade: the document has the application's. Found first, since a change moves the parts.
    std::vector<std::pair<int, int>> links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (fragment.charFormat().isAnchor())
                links.emplace_back(fragment.position(), fragment.position() + fragment.length());
        }
    }
    QTextCharFormat format;
    format.setForeground(m_theme.accent);
    apply(document, links, format);
}

/// Tables keep their words whole, and are scrolled sideways where that makes them wider than the panel; in a
/// picture, which nobody scrolls, words are broken rather than cut off.
void TextPanel::wrapTables()
{
    if (!hasTables(*m_browser->document()))
        return;
    m_browser->setWordWrapMode(QTextOption::WordWrap);
    const bool picture = !window()->isVisible() || window()->testAttribute(Qt::WA_DontShowOnScreen);
    if (picture && m_browser->document()->size().width() > m_browser->viewport()->width())
        m_browser->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void TextPanel::exportTo(QPainter &painter)
{
    // A document of its own: what is exported begins at the top, without selection and scroll bars.
    QuietDocument document;
    document.setDefaultFont(m_browser->document()->defaultFont());
    fill(document);
    if (m_options.format != TextFormat::Code) {
        QTextOption words = document.defaultTextOption();
        words.setWrapMode(hasTables(document) ? QTextOption::WordWrap : words.wrapMode());
        document.setDefaultTextOption(words);
        document.setTextWidth(width());
        if (document.size().width() > width()) {
            words.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            document.setDefaultTextOption(words);
        }
    }
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = m_browser->palette();
    context.clip = QRectF(rect());
    painter.save();
    painter.setClipRect(rect(), Qt::IntersectClip);
    painter.fillRect(rect(), m_theme.surface);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void TextPanel::showEvent(QShowEvent *event)
{
    wrapTables();
    PanelView::showEvent(event);
}

void TextPanel::resizeEvent(QResizeEvent *event)
{
    m_browser->setGeometry(rect());
    wrapTables();
    PanelView::resizeEvent(event);
}

void TextPanel::changeEvent(QEvent *event)
{
    PanelView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        present();
}

} // namespace sightglass
