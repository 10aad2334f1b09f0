// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/timerangepopup.h"

#include "parser/base/durationtext.h"
#include "widgets/views/timebar.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace sightglass {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::array lengths = {minute,   2 * minute, 5 * minute, 15 * minute, 30 * minute, hour,    3 * hour,
                                6 * hour, 12 * hour,  day,        2 * day,     7 * day,     30 * day};

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

TimeRangePopup::TimeRangePopup(std::function<TimestampMs()> now, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_now(std::move(now))
    , m_lengths(new QListWidget)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_hint(new QLabel)
    , m_apply(new QPushButton(tr("Show")))
{
    setFrameShape(QFrame::StyledPanel);
    m_lengths->setAccessibleName(tr("Time range"));
    m_lengths->setObjectName(QStringLiteral("timeLengths"));
    for (const std::int64_t length : lengths) {
        auto *item = new QListWidgetItem(liveText(length), m_lengths);
        item->setData(Qt::UserRole, static_cast<qint64>(length));
    }
    m_lengths->setFixedWidth(m_lengths->sizeHintForColumn(0) + 40);
    m_lengths->setMinimumHeight(m_lengths->sizeHintForRow(0) * static_cast<int>(lengths.size()) + 8);
    m_from->setObjectName(QStringLiteral("timeFrom"));
    m_to->setObjectName(QStringLiteral("timeTo"));
    m_hint->setObjectName(QStringLiteral("timeHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
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
    right->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_lengths);
    layout->addLayout(right, 1);

    const auto choose = [this](const QListWidgetItem *item) {
        // Where one click activates, both signals come.
        if (!isVisible())
            return;
        close();
        emit lengthChosen(item->data(Qt::UserRole).toLongLong());
    };
    connect(m_lengths, &QListWidget::itemClicked, this, choose);
    connect(m_lengths, &QListWidget::itemActivated, this, choose);
    for (QLineEdit *edit : {m_from, m_to}) {
        connect(edit, &QLineEdit::textChanged, this, &TimeRangePopup::check);
        connect(edit, &QLineEdit::returnPressed, this, &TimeRangePopup::apply);
    }
    connect(m_apply, &QPushButton::clicked, this, &TimeRangePopup::apply);
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
    for (int row = 0; row < m_lengths->count() && liveMs; ++row) {
        if (m_lengths->item(row)->data(Qt::UserRole).toLongLong() == *liveMs)
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
    const auto read = wish();
    const auto *chosen = std::get_if<TimeWish>(&read);
    if (chosen == nullptr)
        return;
    close();
    if (chosen->liveMs)
        emit lengthChosen(*chosen->liveMs);
    else
        emit rangeChosen(chosen->range);
}

} // namespace sightglass
