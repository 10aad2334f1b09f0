// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/historyview.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/valuetext.h"
#include "widgets/alerts/alerttimeline.h"
#include "widgets/chart/timeticks.h"
#include "widgets/views/fieldhint.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr qint64 hour = 3600'000;
constexpr int dayIndex = 3;             ///< of the lengths to choose from
constexpr int longestTyped = 1'000'000; // what is too long is told, not cut
constexpr qsizetype longestNote = 4096;

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_timeline(new AlertTimeline)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeBar());
    layout->addWidget(m_timeline, 1);
    layout->addWidget(makeDetails());
    connect(m_timeline, &AlertTimeline::chosenChanged, this, &HistoryView::showChosen);
    setFocusProxy(m_timeline);
    showChosen();
}

QWidget *HistoryView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 4, 6, 0);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("historyFilter"));
    m_filter->setPlaceholderText(tr("Words in name, labels, summary or notes"));
    m_filter->setAccessibleName(tr("Filter the history"));
    m_filter->setClearButtonEnabled(true);
    m_length = new QComboBox;
    m_length->setObjectName(QStringLiteral("historyLength"));
    m_length->setAccessibleName(tr("Time shown"));
    m_length->addItem(tr("Last 15 minutes"), hour / 4);
    m_length->addItem(tr("Last hour"), hour);
    m_length->addItem(tr("Last 6 hours"), 6 * hour);
    m_length->addItem(tr("Last 24 hours"), 24 * hour);
    m_length->addItem(tr("Last 7 days"), 7 * 24 * hour);
    m_length->addItem(tr("Last 30 days"), 30 * 24 * hour);
    row->addWidget(m_filter, 1);
    row->addWidget(m_length);
    connect(m_filter, &QLineEdit::textChanged, this, &HistoryView::showHistory);
    connect(m_filter, &QLineEdit::returnPressed, m_timeline, qOverload<>(&QWidget::setFocus));
    connect(m_length, &QComboBox::currentIndexChanged, this, &HistoryView::showHistory);
    auto *find = new QAction(m_timeline);
    find->setShortcuts({QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)});
    find->setShortcutContext(Qt::WidgetShortcut);
    connect(find, &QAction::triggered, m_filter, qOverload<>(&QWidget::setFocus));
    m_timeline->addAction(find);
    return bar;
}

QWidget *HistoryView::makeDetails()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 0, 8, 6);
    auto *top = new QHBoxLayout;
    m_title = plainLabel();
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_acknowledge = new QPushButton(tr("Ac&knowledge"));
    m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
    m_show = new QPushButton(tr("Show this &time"));
    top->addWidget(m_title, 1);
    top->addWidget(m_show);
    top->addWidget(m_acknowledge);
    m_facts = plainLabel();
    m_facts->setObjectName(QStringLiteral("episodeFacts"));
    m_notes = new QListWidget;
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setWordWrap(true);
    m_notes->setMaximumHeight(6 * m_notes->fontMetrics().height());
    m_notes->setAccessibleName(tr("Notes"));
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setMaxLength(longestTyped);
    m_note->setPlaceholderText(tr("Add a note, and Return"));
    m_note->setAccessibleName(tr("New note"));
    layout->addLayout(top);
    layout->addWidget(m_facts);
    layout->addWidget(m_notes);
    m_noteHint = new FieldHint;
    m_noteHint->setObjectName(QStringLiteral("noteHint"));
    layout->addWidget(m_note);
    layout->addWidget(m_noteHint);
    connectDetails();
    return box;
}

void HistoryView::connectDetails()
{
    connect(m_note, &QLineEdit::textChanged, this, [this] {
        const qsizetype bytes = m_note->text().toUtf8().size();
        if (bytes > longestNote)
            m_noteHint->showProblem(
                tr("A note has at most %1 bytes, this one has %2.").arg(longestNote).arg(bytes));
        else
            m_noteHint->showHint({});
    });
    const auto acknowledge = [this] {
        if (const AlertEpisode *episode = m_timeline->chosen())
            emit acknowledgeRequested(episode->id, !episode->acknowledgedAt);
    };
    connect(m_acknowledge, &QPushButton::clicked, this, acknowledge);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const AlertEpisode *episode = m_timeline->chosen())
            emit timeRequested(episode->firedAt.value_or(episode->beganAt()));
    });
    connect(m_note, &QLineEdit::returnPressed, this, [this] {
        const AlertEpisode *episode = m_timeline->chosen();
        const bool isLong = m_note->text().toUtf8().size() > longestNote;
        if (episode == nullptr || m_note->text().trimmed().isEmpty() || isLong)
            return;
        const QString text = m_note->text();
        m_note->clear();
        emit noteGiven(episode->id, text);
    });
    const auto addKey = [this](Qt::Key key, const std::function<void()> &call) {
        auto *action = new QAction(m_timeline);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, call);
        m_timeline->addAction(action);
    };
    addKey(Qt::Key_A, acknowledge);
    addKey(Qt::Key_N, [this] { m_note->setFocus(); });
    addKey(Qt::Key_T, [this] { m_show->click(); });
}

void HistoryView::setTheme(const Theme &theme)
{
    m_timeline->setTheme(theme);
}

void HistoryView::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_timeline->setTimeZone(zone);
    showChosen();
}

void HistoryView::setHistory(const AlertHistory &history, TimestampMs now)
{
    m_episodes = history.shown();
    m_now = now;
    if (!m_hasChosenLength && !m_episodes.empty()) {
        // As long as it takes to see all of the last day.
        m_hasChosenLength = true;
        int index = 0;
        while (index < dayIndex &&
               m_length->itemData(index).toLongLong() < now - m_episodes.front().beganAt())
            ++index;
        m_length->setCurrentIndex(index);
    }
    showHistory();
}

void HistoryView::takeNote(std::uint64_t id)
{
    m_filter->clear();
    m_timeline->choose(id);
    m_note->setFocus();
}

void HistoryView::showHistory()
{
    const TimeRange range{m_now - m_length->currentData().toLongLong(), m_now};
    m_timeline->setHistory(m_episodes, range, m_filter->text().toStdString());
    showChosen();
}

void HistoryView::showChosen()
{
    const AlertEpisode *episode = m_timeline->chosen();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_acknowledge, m_show, m_note})
        widget->setEnabled(episode != nullptr);
    m_notes->clear();
    if (episode == nullptr) {
        m_title->clear();
        m_facts->clear();
        return;
    }
    m_title->setText(displayText(episode->rule, 100) + QStringLiteral("  ") +
                     AlertTableModel::labelsText(episode->labels));
    const auto time = [this](TimestampMs t) { return timeText(t, 1000, m_zone); };
    QStringList facts;
    if (const std::string_view severity = episode->labels.value(severityLabel); !severity.empty())
        facts << AlertTableModel::severityText(severity);
    if (episode->pendingAt)
        facts << tr("pending %1").arg(time(*episode->pendingAt));
    if (episode->firedAt)
        facts << tr("firing %1").arg(time(*episode->firedAt));
    else
        facts << (episode->endedAt ? tr("did not fire") : tr("has not fired"));
    if (!episode->endedAt)
        facts << tr("goes on");
    else if (episode->endUnknown)
        facts << tr("last seen %1, then the program did not run").arg(time(*episode->endedAt));
    else
        facts << tr("over %1").arg(time(*episode->endedAt));
    const TimestampMs end = episode->endedAt.value_or(m_now);
    facts << measureText(static_cast<double>(std::max<std::int64_t>(end - episode->beganAt(), 0)) / 1000,
                         "s");
    facts << tr("value %1").arg(valueText(episode->value, "short"));
    if (episode->acknowledgedAt)
        facts << tr("acknowledged %1").arg(time(*episode->acknowledgedAt));
    QString text = facts.join(QStringLiteral(" · "));
    if (!episode->summary.empty())
        text += QLatin1Char('\n') + displayText(episode->summary, longestNote);
    m_facts->setText(text);
    m_acknowledge->setText(episode->acknowledgedAt ? tr("Not ac&knowledged") : tr("Ac&knowledge"));
    for (const AlertNote &note : episode->notes)
        m_notes->addItem(time(note.at) + QStringLiteral("  ") + displayText(note.text, longestNote));
    m_notes->setVisible(!episode->notes.empty());
    m_notes->scrollToBottom();
}

} // namespace sightglass
