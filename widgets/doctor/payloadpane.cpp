// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/payloadpane.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/pagefindingtext.h"
#include "widgets/doctor/payloadview.h"
#include "widgets/style/stylesheets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

PayloadPane::PayloadPane(std::shared_ptr<QueryPool> pool, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new PayloadSearch(std::move(pool), this))
    , m_view(new PayloadView(theme, this))
    , m_field(new QLineEdit(this))
    , m_hitsLabel(new QLabel(this))
    , m_note(new QLabel(this))
    , m_hits(std::make_shared<const TextHits>())
{
    m_note->setObjectName(QStringLiteral("payloadNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setMargin(8);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createBar());
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_showsFirstHit = true;
        search();
        emit useChanged();
    });
    connect(m_search, &PayloadSearch::found, this, &PayloadPane::takeHits);
    connect(m_view, &PayloadView::selectionChanged, this, &PayloadPane::useChanged);
    auto *next = new QShortcut(QKeySequence::FindNext, this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, this, &PayloadPane::findNext);
    auto *previous = new QShortcut(QKeySequence::FindPrevious, this);
    previous->setContext(Qt::WidgetWithChildrenShortcut);
    connect(previous, &QShortcut::activated, this, &PayloadPane::findPrevious);
    setTheme(theme);
}

QWidget *PayloadPane::createBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    m_field->setObjectName(QStringLiteral("payloadSearch"));
    m_field->setPlaceholderText(tr("Search in the page (Ctrl+F)"));
    m_field->setAccessibleName(tr("Search in the page"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(1000);
    m_field->installEventFilter(this);
    layout->addWidget(m_field, 1);
    m_letterCase = addButton(QStringLiteral("Aa"), tr("Upper and lower case count"));
    m_letterCase->setObjectName(QStringLiteral("payloadCase"));
    m_letterCase->setCheckable(true);
    connect(m_letterCase, &QToolButton::toggled, this, &PayloadPane::search);
    QToolButton *previous = addButton(QStringLiteral("↑"), tr("The hit before (Shift+F3)"));
    QToolButton *next = addButton(QStringLiteral("↓"), tr("The next hit (F3)"));
    connect(previous, &QToolButton::clicked, this, &PayloadPane::findPrevious);
    connect(next, &QToolButton::clicked, this, &PayloadPane::findNext);
    for (QToolButton *button : {m_letterCase, previous, next})
        layout->addWidget(button);
    m_hitsLabel->setTextFormat(Qt::PlainText);
    m_hitsLabel->setObjectName(QStringLiteral("payloadHits"));
    m_hitsLabel->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000 / 00000")));
    layout->addWidget(m_hitsLabel);
    return bar;
}

QToolButton *PayloadPane::addButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setProperty("segment", true);
    return button;
}

void PayloadPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_view->setTheme(theme);
    m_view->setStyleSheet(slimScrollBars(theme));
    m_hitsLabel->setForegroundRole(QPalette::PlaceholderText);
}

/// What is to be known of the text that is shown; empty: nothing.
QString PayloadPane::noteOn(const PageExamination &examination)
{
    if (const auto &answer = examination.capture().refused; answer != nullptr) {
        const QString type =
            answer->contentType.empty() ? tr("no Content-Type") : displayText(answer->contentType, 120);
        const QString head = QStringLiteral("%1 · %2").arg(displayText(answer->statusText, 120), type);
        if (answer->body.empty())
            return tr("%1. This answer has no body.").arg(head);
        const QString text = tr("%1. Prometheus does not read this answer.").arg(head);
        return answer->isWhole ? text : text + u' ' + tr("Only its beginning is shown.");
    }
    const bool written =
        examination.page().format == ExpositionFormat::Protobuf && !examination.text().empty();
    return written ? tr("The page came as protobuf. It is shown family by family, in a notation like "
                        "the text formats'.")
                   : QString();
}

void PayloadPane::setExamination(const std::shared_ptr<const PageExamination> &examination)
{
    m_examination = examination;
    const bool isRead = examination == nullptr || examination->capture().refused == nullptr ||
                        !examination->page().body.empty();
    m_view->setRows(examination, examination ? &examination->rows() : nullptr,
                    isRead ? PayloadView::Notation::Exposition : PayloadView::Notation::Unknown);
    m_note->setText(examination ? noteOn(*examination) : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    search();
}

void PayloadPane::setDiagnosis(const Diagnosis &diagnosis)
{
    std::vector<PayloadMark> marks;
    for (const PageFinding &finding : diagnosis.findings) {
        const auto place = m_examination ? m_examination->placeOf(finding) : std::nullopt;
        if (place)
            marks.push_back(
                {*place, finding.severity(),
                 QStringLiteral("%1: %2").arg(severityText(finding.severity()), pageFindingText(finding)),
                 finding.approved});
    }
    m_view->setMarks(PayloadMarks(std::move(marks)));
}

bool PayloadPane::isInUse() const
{
    const SourceSpan selected = m_view->selection();
    return !m_field->text().isEmpty() || selected.end > selected.begin || m_view->isPressed();
}

void PayloadPane::showPlace(std::optional<SourceSpan> place)
{
    m_view->setCurrent(place);
    if (place)
        m_view->scrollTo(*place);
}

void PayloadPane::markPlace(std::optional<SourceSpan> place)
{
    m_view->setCurrent(place);
}

void PayloadPane::focusSearch()
{
    m_field->setFocus();
    m_field->selectAll();
}

void PayloadPane::search()
{
    const LetterCase letterCase = m_letterCase->isChecked() ? LetterCase::Counts : LetterCase::Ignored;
    m_search->search(m_examination, m_examination ? m_examination->text() : std::string_view(),
                     m_field->text(), letterCase);
}

void PayloadPane::takeHits(const std::shared_ptr<const TextHits> &hits)
{
    m_hits = hits;
    m_view->setHits(hits);
    const bool goes = std::exchange(m_showsFirstHit, false) && !hits->begins.empty();
    if (goes) {
        // The first one from what is visible on, as one who reads expects.
        const PageRows &rows = m_examination->rows();
        const std::size_t from = rows.span(std::min(m_view->firstVisibleRow(), rows.count() - 1)).begin;
        const auto next = std::lower_bound(hits->begins.begin(), hits->begins.end(), from);
        m_hit = next == hits->begins.end() ? 0 : static_cast<std::size_t>(next - hits->begins.begin());
        m_view->setCurrentHit(m_hit);
    } else {
        m_hit = hits->begins.empty() ? 0 : std::min(m_hit, hits->begins.size() - 1);
    }
    updateHitsText();
}

void PayloadPane::step(int by)
{
    if (m_hits->begins.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_hits->begins.size());
    m_hit = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(m_hit) + by + count) % count);
    m_view->setCurrentHit(m_hit);
    updateHitsText();
}

void PayloadPane::findNext()
{
    step(1);
}

void PayloadPane::findPrevious()
{
    step(-1);
}

QString PayloadPane::hitsText() const
{
    return m_hitsLabel->text();
}

void PayloadPane::updateHitsText()
{
    if (m_field->text().isEmpty())
        m_hitsLabel->clear();
    else if (m_hits->total == 0)
        m_hitsLabel->setText(tr("not found"));
    else
        m_hitsLabel->setText(QStringLiteral("%1 / %2").arg(m_hit + 1).arg(m_hits->total));
}

bool PayloadPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter) {
        step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        m_view->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sightglass
