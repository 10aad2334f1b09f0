// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plottexts.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/panelkit/readoutorder.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype longestSubject = 80;
constexpr std::size_t mostSpoken = 12;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::PlotTexts)

public:
    static QString nameOf(PanelEvent::Kind kind)
    {
        switch (kind) {
        case PanelEvent::Kind::CounterReset:
            return tr("counter reset");
        case PanelEvent::Kind::Restart:
            return tr("process restarted");
        case PanelEvent::Kind::FailedScrape:
            return tr("scrape failed");
        case PanelEvent::Kind::NotScraped:
            return tr("not scraped");
        }
        return {};
    }
    static QString fromTo(const QString &from, const QString &to)
    {
        return tr("%1 – %2", "two times of day").arg(from, to);
    }
    static QString line(const QString &time, const QString &what, const QString &subject, int further)
    {
        const QString text = tr("%1 %2: %3", "time, what happened, to what").arg(time, what, subject);
        return further == 0 ? text : text + u' ' + tr("and %n more", nullptr, further);
    }
    static QString everySample(const QString &source)
    {
        return source.isEmpty() ? tr("every sample") : tr("every sample, source %1").arg(source);
    }
    static QString distances(const QString &least, const QString &most)
    {
        return tr("%1 to %2", "distances of samples").arg(least, most);
    }
    static QString evaluated(const QString &every, const QString &window)
    {
        return window.isEmpty()
                   ? tr("evaluated every %1").arg(every)
                   : tr("evaluated every %1 over %2", "distance in time, length of time").arg(every, window);
    }
    static QString resolution(const QString &step, const QString &source)
    {
        return source.isEmpty() ? tr("step %1").arg(step) : tr("step %1, source %2").arg(step, source);
    }
    static QString between(const QString &step, const QString &source, PlotDetail detail)
    {
        return detail == PlotDetail::States
                   ? tr("all states per %1, source %2", "step, distance of samples").arg(step, source)
                   : tr("min and max per %1, source %2", "step, distance of samples").arg(step, source);
    }
    static QString shortBetween(const QString &step, PlotDetail detail)
    {
        return detail == PlotDetail::States ? tr("states per %1", "step").arg(step)
                                            : tr("min/max per %1", "step").arg(step);
    }
    static QString betweenOf(const QString &step, const QString &fine, const QString &source,
                             PlotDetail detail)
    {
        return (detail == PlotDetail::States
                    ? tr("all states per %1 of every %2, source %3", "step, finer step, distance of samples")
                    : tr("min and max per %1 of every %2, source %3",
                         "step, finer step, distance of samples"))
            .arg(step, fine, source);
    }
    static QString further(std::size_t count) { return tr("and %n more", nullptr, static_cast<int>(count)); }
};

} // namespace

namespace {

QString timeOfDay(TimestampMs t, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(t, zone).toString(QStringLiteral("HH:mm:ss")) +
           repeatedHourText(t, zone);
}

QString timeText(const PanelEvent &event, const QTimeZone &zone)
{
    if (event.kind != PanelEvent::Kind::NotScraped)
        return timeOfDay(event.t, zone);
    const auto wholeSeconds = [](TimestampMs t) { return t - t % 1000; };
    const bool isOneDay = QDateTime::fromMSecsSinceEpoch(event.since, zone).date() ==
                          QDateTime::fromMSecsSinceEpoch(event.t, zone).date();
    return isOneDay ? Words::fromTo(timeOfDay(event.since, zone), timeOfDay(event.t, zone))
                    : timeRangeText({wholeSeconds(event.since), wholeSeconds(event.t)}, zone);
}

} // namespace

QStringList eventTexts(std::span<const PanelEvent> events, std::span<const std::size_t> indices,
                       const QTimeZone &zone)
{
    QStringList texts;
    for (const auto kind : {PanelEvent::Kind::FailedScrape, PanelEvent::Kind::Restart,
                            PanelEvent::Kind::NotScraped, PanelEvent::Kind::CounterReset}) {
        const PanelEvent *first = nullptr;
        int further = 0;
        for (const std::size_t index : indices) {
            if (index >= events.size() || events[index].kind != kind)
                continue;
            if (first == nullptr)
                first = &events[index];
            else
                ++further;
        }
        if (first == nullptr)
            continue;
        const QString subject = displayText(std::string_view(first->subject.toString()), longestSubject);
        texts << Words::line(timeText(*first, zone), Words::nameOf(kind), subject, further);
    }
    return texts;
}

PlotSource PlotSource::of(const PanelData &data)
{
    PlotSource source;
    source.spacing = data.spacing.value_or(SampleSpacing{data.scrapeIntervalMs, data.scrapeIntervalMs});
    source.fineMs = data.fineStepMs;
    source.storedWhole = !data.series.empty() && std::ranges::all_of(data.series, &PanelSeries::isWhole);
    source.storedThinned = std::ranges::any_of(
        data.series, [](const PanelSeries &series) { return series.isStored() && !series.isWhole(); });
    return source;
}

namespace {

bool isAsTheSource(std::int64_t stepMs, const PlotSource &source)
{
    const auto [least, most] = source.spacing;
    return least <= 0 || (least == stepMs && most == stepMs);
}

bool isFine(std::int64_t stepMs, const PlotSource &source)
{
    return source.storedThinned || (source.fineMs > 0 && source.fineMs < stepMs);
}

} // namespace

QString shortResolutionText(std::int64_t stepMs, const PlotSource &source, PlotDetail detail)
{
    if (source.storedWhole)
        return Words::everySample({});
    if (!isFine(stepMs, source) || isAsTheSource(stepMs, source))
        return Words::resolution(lengthText(stepMs), {});
    return Words::shortBetween(lengthText(stepMs), detail);
}

QString resolutionText(std::int64_t stepMs, const PlotSource &source, PlotDetail detail)
{
    const auto [least, most] = source.spacing;
    const QString apart = least <= 0      ? QString()
                          : least == most ? lengthText(least)
                                          : Words::distances(lengthText(least), lengthText(most));
    if (source.storedWhole)
        return Words::everySample(apart);
    const bool same = isAsTheSource(stepMs, source);
    if (!isFine(stepMs, source) || same)
        return Words::resolution(lengthText(stepMs), same ? QString() : apart);
    if (source.fineMs <= least)
        return Words::between(lengthText(stepMs), apart, detail);
    return Words::betweenOf(lengthText(stepMs), lengthText(source.fineMs), apart, detail);
}

QString originText(const QueryOrigin &origin)
{
    return Words::evaluated(lengthText(origin.everyMs),
                            origin.windowMs > 0 ? lengthText(origin.windowMs) : QString());
}

QString spokenText(const Readout &readout)
{
    QStringList spoken{readout.title};
    // The one that is read comes first: who listens should not have to wait for it.
    const auto say = [&spoken](const ReadoutRow &row) {
        spoken << row.name + u' ' + row.value + (row.detail.isEmpty() ? QString() : u' ' + row.detail);
    };
    for (const ReadoutRow &row : readout.rows) {
        if (row.nearest)
            say(row);
    }
    std::size_t said = 0;
    for (const ReadoutRow &row : readout.rows) {
        if (row.nearest || said == mostSpoken)
            continue;
        say(row);
        ++said;
    }
    const std::size_t nearest = std::size_t(std::count_if(readout.rows.begin(), readout.rows.end(),
                                                          [](const ReadoutRow &r) { return r.nearest; }));
    const std::size_t left = readout.rows.size() - nearest - said + readout.rowsAbove + readout.rowsBelow;
    if (left > 0)
        spoken << Words::further(left);
    spoken << readout.remarks;
    if (!readout.note.isEmpty())
        spoken << readout.note;
    spoken.removeAll(QString());
    return spoken.join(QStringLiteral(", "));
}

} // namespace sightglass
