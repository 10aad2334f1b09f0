// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/timerangepopup.h"

#include "model/presentation/displaytext.h"
#include "parser/base/durationtext.h"
#include "widgets/views/timebar.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::array lengths = {minute,   2 * minute, 5 * minute, 15 * minute, 30 * minute, hour,    3 * hour,
                                6 * hour, 12 * hour,  day,        2 * day,     7 * day,     30 * day};

constexpr std::array refreshes = {5'000, 10'000, 30'000, 60'000, 300'000, 900'000, 1'800'000, 3'600'000};
constexpr int mostRecent = 8;
constexpr qsizetype longestTitle = 60;

/// Ranges of the calendar, which are no length.
struct Words
{
    const char *from;
    const char *to;
    const char *title;
};
constexpr std::array words = {
    Words{"now/d", "now", QT_TRANSLATE_NOOP("sightglass::TimeRangePopup", "Today so far")},
    Words{"now-1d/d", "now-1d/d", QT_TRANSLATE_NOOP("sightglass::TimeRangePopup", "Yesterday")},
    Words{"now/w", "now", QT_TRANSLATE_NOOP("sightglass::TimeRangePopup", "This week so far")},
    Words{"now-1w/w", "now-1w/w", QT_TRANSLATE_NOOP("sightglass::TimeRangePopup", "Last week")},
};
constexpr int fromRole = Qt::UserRole;
constexpr int toRole = Qt::UserRole + 1;
constexpr int lengthRole = Qt::UserRole + 2; ///< of a standard one: words depend on the calendar

QListWidgetItem *addRange(QListWidget *list, const QString &title, const QString &from, const QString &to)
{
    auto *item = new QListWidgetItem(title, list);
    item->setData(fromRole, from);
    item->setData(toRole, to);
    return item;
}

bool isInWords(const QString &text)
{
    return text.trimmed().startsWith(QLatin1String("now"), Qt::CaseInsensitive);
}

QString problemText(TimeWishProblem problem)
{
    switch (problem) {
    case TimeWishProblem::From:
        return TimeRangePopup::tr("“From” is no time");
    case TimeWishProblem::To:
        return TimeRangePopup::tr("“To” is no time");
    case TimeWishProblem::Order:
        return TimeRangePopup::tr("“From” must be earlier than “To”");
    case TimeWishProblem::Ahead:
        return TimeRangePopup::tr("That time is still to come");
    }
    return {};
}

} // namespace

QString liveText(std::int64_t milliseconds)
{
    if (milliseconds % day == 0)
        return TimeBar::tr("Last %n day(s)", nullptr, static_cast<int>(milliseconds / day));
    if (milliseconds % hour == 0)
        return TimeBar::tr("Last %n hour(s)", nullptr, static_cast<int>(milliseconds / hour));
    if (milliseconds % minute == 0)
        return TimeBar::tr("Last %n minute(s)", nullptr, static_cast<int>(milliseconds / minute));
    return TimeBar::tr("Last %1", "a duration such as 1h30m")
        .arg(QString::fromStdString(formatDurationMs(milliseconds)));
}

QString wordsText(const RelativeRange &range)
{
    for (const Words &known : words) {
        if (range.from == QLatin1String(known.from) && range.to == QLatin1String(known.to))
            return TimeRangePopup::tr(known.title);
    }
    return displayText(range.from, longestTitle) + QStringLiteral(" – ") +
           displayText(range.to, longestTitle);
}

TimeRangePopup::TimeRangePopup(std::function<TimestampMs()> now, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_now(std::move(now))
    , m_lengths(new QListWidget)
    , m_recentTitle(new QLabel(tr("Chosen before")))
    , m_recent(new QListWidget)
    , m_refreshTitle(new QLabel(tr("&Data")))
    , m_refresh(new QComboBox)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_hint(new QLabel)
    , m_apply(new QPushButton(tr("Show")))
{
    setFrameShape(QFrame::StyledPanel);
    m_lengths->setAccessibleName(tr("Time range"));
    m_lengths->setObjectName(QStringLiteral("timeLengths"));
    m_recent->setAccessibleName(tr("Chosen before"));
    m_recent->setObjectName(QStringLiteral("timeHistory"));
    m_refresh->setAccessibleName(tr("How often the dashboard asks for data"));
    m_refresh->setObjectName(QStringLiteral("timeRefresh"));
    m_refreshTitle->setBuddy(m_refresh);
    m_from->setObjectName(QStringLiteral("timeFrom"));
    m_to->setObjectName(QStringLiteral("timeTo"));
    m_hint->setObjectName(QStringLiteral("timeHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    addLengths();
    const int width =
        m_from->fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00 00:00:00.000 +00:00"));
    m_from->setMinimumWidth(width + 24);
    auto *form = new QFormLayout;
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    auto *right = new QVBoxLayout;
    right->addLayout(form);
    right->addWidget(m_hint);
    right->addWidget(m_apply, 0, Qt::AlignRight);
    right->addWidget(m_recentTitle);
    right->addWidget(m_recent, 1);
    auto *refreshRow = new QHBoxLayout;
    refreshRow->addWidget(m_refreshTitle);
    refreshRow->addWidget(m_refresh, 1);
    right->addLayout(refreshRow);
    right->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_lengths);
    layout->addLayout(right, 1);
    connectParts();
    setHistory({});
    setOffer({});
}

void TimeRangePopup::connectParts()
{
    // Where one click activates, both signals come.
    for (QListWidget *list : {m_lengths, m_recent}) {
        const auto choose = [this](const QListWidgetItem *item) {
            if (!isVisible())
                return;
            close();
            const QString from = item->data(fromRole).toString();
            const QString to = item->data(toRole).toString();
            if (!item->data(lengthRole).isValid())
                return submit(from, to);
            emit lengthChosen(item->data(lengthRole).toLongLong());
            emit wordsChosen(from, to);
        };
        connect(list, &QListWidget::itemClicked, this, choose);
        connect(list, &QListWidget::itemActivated, this, choose);
    }
    for (QLineEdit *edit : {m_from, m_to}) {
        connect(edit, &QLineEdit::textChanged, this, &TimeRangePopup::check);
        connect(edit, &QLineEdit::returnPressed, this, &TimeRangePopup::apply);
    }
    connect(m_apply, &QPushButton::clicked, this, &TimeRangePopup::apply);
    connect(m_refresh, &QComboBox::activated, this,
            [this](int row) { emit refreshChosen(m_refresh->itemData(row).toLongLong()); });
}

void TimeRangePopup::addLengths()
{
    m_lengths->clear();
    for (const QuickRange &range : m_offer.ranges)
        addRange(m_lengths, displayText(std::string_view(range.title), longestTitle),
                 QString::fromStdString(range.from), QString::fromStdString(range.to));
    if (m_offer.ranges.empty()) {
        for (const std::int64_t length : lengths) {
            QListWidgetItem *item =
                addRange(m_lengths, liveText(length),
                         QStringLiteral("now-") + QString::fromStdString(formatDurationMs(length)),
                         QStringLiteral("now"));
            item->setData(lengthRole, QVariant::fromValue(qint64{length}));
        }
        for (const Words &known : words)
            addRange(m_lengths, tr(known.title), QLatin1String(known.from), QLatin1String(known.to));
    }
    m_lengths->setFixedWidth(m_lengths->sizeHintForColumn(0) + 40);
    m_lengths->setMinimumHeight(m_lengths->sizeHintForRow(0) * std::min(m_lengths->count(), 18) + 8);
}

void TimeRangePopup::setOffer(const TimeOffer &offer)
{
    const bool otherRanges = offer.ranges != m_offer.ranges;
    m_offer = offer;
    if (otherRanges)
        addLengths();
    m_refreshTitle->setVisible(offer.refresh.has_value());
    m_refresh->setVisible(offer.refresh.has_value());
    m_refresh->clear();
    if (!offer.refresh)
        return;
    m_refresh->addItem(tr("As they come in"), QVariant::fromValue(qint64{0}));
    std::vector<std::int64_t> choices = offer.refreshMs;
    if (choices.empty())
        choices.assign(refreshes.begin(), refreshes.end());
    if (*offer.refresh > 0 && std::ranges::find(choices, *offer.refresh) == choices.end())
        choices.push_back(*offer.refresh);
    std::ranges::sort(choices);
    for (const std::int64_t choice : choices)
        m_refresh->addItem(
            tr("Every %1", "a duration such as 30s").arg(QString::fromStdString(formatDurationMs(choice))),
            QVariant::fromValue(qint64{choice}));
    m_refresh->setCurrentIndex(std::max(m_refresh->findData(QVariant::fromValue(qint64{*offer.refresh})), 0));
}

void TimeRangePopup::setHistory(const QStringList &history)
{
    m_recent->clear();
    for (const QString &entry : history.mid(0, mostRecent)) {
        const QString from = entry.section(u'\t', 0, 0);
        const QString to = entry.section(u'\t', 1);
        addRange(m_recent,
                 displayText(from, longestTitle) + QStringLiteral(" – ") + displayText(to, longestTitle),
                 from, to);
    }
    m_recent->setFixedHeight(std::max(m_recent->sizeHintForRow(0), 0) * m_recent->count() + 6);
    m_recent->setVisible(m_recent->count() > 0);
    m_recentTitle->setVisible(m_recent->count() > 0);
}

void TimeRangePopup::setShown(TimeRange range, std::optional<std::int64_t> liveMs, const QTimeZone &zone)
{
    m_zone = zone;
    const std::string length = formatDurationMs(liveMs.value_or(0));
    const auto since = parseTime(QStringLiteral("now-") + QString::fromStdString(length), range.to, zone);
    // "1h30m" has no form of its own: the time says it then.
    m_from->setText(liveMs && since ? QStringLiteral("now-") + QString::fromStdString(length)
                                    : editableTime(range.from, zone));
    m_to->setText(liveMs ? QStringLiteral("now") : editableTime(range.to, zone));
    m_lengths->setCurrentRow(-1);
    for (int row = 0; row < m_lengths->count(); ++row) {
        const QListWidgetItem *item = m_lengths->item(row);
        if (item->data(fromRole) == m_from->text() && item->data(toRole) == m_to->text())
            m_lengths->setCurrentRow(row);
    }
    check();
}

void TimeRangePopup::setWords(const RelativeRange &range)
{
    m_from->setText(range.from);
    m_to->setText(range.to);
    for (int row = 0; row < m_lengths->count(); ++row) {
        const QListWidgetItem *item = m_lengths->item(row);
        if (item->data(fromRole) == range.from && item->data(toRole) == range.to)
            m_lengths->setCurrentRow(row);
    }
    check();
}

std::variant<TimeWish, TimeWishProblem> TimeRangePopup::wish() const
{
    return parseTimeRange(m_from->text(), m_to->text(), m_now(), m_zone);
}

void TimeRangePopup::check()
{
    const auto read = wish();
    const auto *problem = std::get_if<TimeWishProblem>(&read);
    m_apply->setEnabled(problem == nullptr);
    const QString forms = tr("now-6h, now/d, 10:00, 2026-11-21 10:00");
    m_hint->setText(problem != nullptr ? problemText(*problem) + QStringLiteral("\n") + forms : forms);
}

void TimeRangePopup::apply()
{
    if (!m_apply->isEnabled())
        return;
    close();
    submit(m_from->text(), m_to->text());
}

void TimeRangePopup::submit(const QString &from, const QString &to)
{
    const auto read = parseTimeRange(from, to, m_now(), m_zone);
    const auto *chosen = std::get_if<TimeWish>(&read);
    if (chosen == nullptr)
        return;
    if (chosen->liveMs)
        emit lengthChosen(*chosen->liveMs);
    else if (isInWords(from) && isInWords(to))
        emit relativeChosen({from.trimmed(), to.trimmed(), m_zone});
    else
        emit rangeChosen(chosen->range);
    emit wordsChosen(from.trimmed(), to.trimmed());
}

} // namespace sightglass
