// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/silencelist.h"

#include "model/presentation/displaytext.h"
#include "widgets/chart/timeticks.h"
#include "widgets/style/plaintable.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

enum Column
{
    StateColumn,
    MatchersColumn,
    HitsColumn,
    BeginsColumn,
    EndsColumn,
    ByColumn,
    CommentColumn,
    ColumnCount
};

constexpr qsizetype longestComment = 4000;

QString stateText(SilenceState state)
{
    switch (state) {
    case SilenceState::Pending:
        return SilenceList::tr("to come");
    case SilenceState::Active:
        return SilenceList::tr("holds");
    case SilenceState::Expired:
        break;
    }
    return SilenceList::tr("over");
}

/// What holds comes first, what is over last; within, what ends first.
std::pair<int, TimestampMs> rankOf(const Silence &silence, TimestampMs now)
{
    switch (silenceState(silence, now)) {
    case SilenceState::Active:
        return {0, silence.endsAt};
    case SilenceState::Pending:
        return {1, silence.startsAt};
    case SilenceState::Expired:
        break;
    }
    return {2, -silence.endsAt};
}

} // namespace

SilenceList::SilenceList(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_empty(new QLabel(tr("Nothing is silenced.")))
    , m_edit(new QPushButton(tr("&Change…")))
    , m_expire(new QPushButton(tr("&End now")))
{
    makeTable();
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    (new QVBoxLayout(m_table->viewport()))->addWidget(m_empty);
    auto *add = new QPushButton(tr("&New silence…"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    for (QPushButton *button : {add, m_edit, m_expire})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_table, 1);
    const auto edit = [this] {
        if (const Line *line = chosen())
            emit editRequested(line->silence.id);
    };
    const auto expire = [this] {
        const Line *line = chosen();
        if (line != nullptr && silenceState(line->silence, m_now) != SilenceState::Expired)
            emit expireRequested(line->silence.id);
    };
    connect(add, &QPushButton::clicked, this, &SilenceList::newRequested);
    connect(m_edit, &QPushButton::clicked, this, edit);
    connect(m_expire, &QPushButton::clicked, this, expire);
    connect(m_table, &QTableWidget::doubleClicked, this, edit);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &SilenceList::updateButtons);
    const auto addKeys = [this](const QList<QKeySequence> &keys, const std::function<void()> &call) {
        auto *action = new QAction(m_table);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, call);
        m_table->addAction(action);
    };
    addKeys({Qt::Key_Return, Qt::Key_Enter}, edit);
    addKeys({Qt::Key_Delete}, expire);
    addKeys({Qt::Key_Insert, Qt::Key_N}, [this] { emit newRequested(); });
    setFocusProxy(m_table);
    updateButtons();
}

void SilenceList::makeTable()
{
    m_table->setObjectName(QStringLiteral("silences"));
    m_table->setAccessibleName(tr("Silences"));
    m_table->setHorizontalHeaderLabels(
        {tr("State"), tr("Matchers"), tr("Hits"), tr("Begins"), tr("Ends"), tr("By"), tr("Comment")});
    makePlain(m_table, 6);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int letter = m_table->fontMetrics().averageCharWidth();
    const int widths[] = {10, 46, 7, 21, 21, 14};
    for (int column = 0; column < CommentColumn; ++column)
        m_table->setColumnWidth(column, widths[column] * letter);
    // Digits are wider than the average letter: as wide as a time really is, at any font.
    const int time =
        m_table->fontMetrics().horizontalAdvance(QStringLiteral("2000-00-00 00:00:00")) + 4 * letter;
    for (const int column : {BeginsColumn, EndsColumn})
        m_table->setColumnWidth(column, time);
}

void SilenceList::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
}

const SilenceList::Line *SilenceList::chosen() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return nullptr;
    const Line &line = m_lines[static_cast<std::size_t>(row)];
    return line.isForeign ? nullptr : &line;
}

void SilenceList::setContents(const Contents &contents)
{
    const int before = m_table->currentRow();
    const std::string chosenId = before >= 0 && before < static_cast<int>(m_lines.size())
                                     ? m_lines[static_cast<std::size_t>(before)].silence.id
                                     : std::string();
    m_now = contents.now;
    m_lines.clear();
    for (const auto *list : {&contents.own, &contents.foreign}) {
        for (const Silence &silence : *list) {
            const auto hits = silencePreview(silence.matchers, contents.alerts);
            m_lines.push_back({silence, list == &contents.foreign, hits ? hits->size() : 0});
        }
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [this](const Line &a, const Line &b) {
        return rankOf(a.silence, m_now) < rankOf(b.silence, m_now);
    });
    m_table->setRowCount(static_cast<int>(m_lines.size()));
    int current = m_lines.empty() ? -1 : 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        showLine(m_lines[i], static_cast<int>(i));
        if (m_lines[i].silence.id == chosenId)
            current = static_cast<int>(i);
    }
    if (m_table->currentRow() != current)
        m_table->setCurrentCell(current, StateColumn);
    m_empty->setVisible(m_lines.empty());
    updateButtons();
}

void SilenceList::showLine(const Line &line, int row)
{
    const Silence &silence = line.silence;
    const SilenceState state = silenceState(silence, m_now);
    const auto set = [&](int column, const QString &text) {
        QTableWidgetItem *item = m_table->item(row, column);
        if (item == nullptr) {
            item = new QTableWidgetItem;
            m_table->setItem(row, column, item);
        }
        item->setText(text);
        item->setToolTip(plainToolTip(text));
        item->setForeground(
            palette().brush(state == SilenceState::Expired ? QPalette::PlaceholderText : QPalette::Text));
    };
    set(StateColumn, stateText(state));
    set(MatchersColumn, displayText(alertMatchersText(silence.matchers)));
    set(HitsColumn, state == SilenceState::Expired ? QString() : QString::number(line.hits));
    set(BeginsColumn, timeText(silence.startsAt, 1000, m_zone));
    set(EndsColumn, timeText(silence.endsAt, 1000, m_zone));
    QString by = displayText(silence.createdBy, 80);
    if (line.isForeign)
        by += by.isEmpty() ? tr("Alertmanager") : tr(" (Alertmanager)");
    set(ByColumn, by);
    set(CommentColumn, displayText(silence.comment, longestComment));
}

void SilenceList::updateButtons()
{
    const Line *line = chosen();
    m_edit->setEnabled(line != nullptr);
    m_expire->setEnabled(line != nullptr && silenceState(line->silence, m_now) != SilenceState::Expired);
}

} // namespace sightglass
