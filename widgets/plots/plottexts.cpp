// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plottexts.h"

#include "model/presentation/displaytext.h"
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
        }
        return {};
    }
    static QString line(const QString &time, const QString &what, const QString &subject, int further)
    {
        const QString text = tr("%1 %2: %3", "time, what happened, to what").arg(time, what, subject);
        return further == 0 ? text : text + u' ' + tr("and %n more", nullptr, further);
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

QStringList eventTexts(std::span<const PanelEvent> events, std::span<const std::size_t> indices,
                       const QTimeZone &zone)
{
    QStringList texts;
    for (const auto kind :
         {PanelEvent::Kind::FailedScrape, PanelEvent::Kind::Restart, PanelEvent::Kind::CounterReset}) {
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
        const QString time =
            QDateTime::fromMSecsSinceEpoch(first->t, zone).toString(QStringLiteral("HH:mm:ss"));
        const QString subject = displayText(std::string_view(first->subject.toString()), longestSubject);
        texts << Words::line(time, Words::nameOf(kind), subject, further);
    }
    return texts;
}

QString resolutionText(std::int64_t stepMs, std::int64_t sourceMs, std::int64_t fineMs, PlotDetail detail)
{
    const bool same = sourceMs <= 0 || sourceMs == stepMs;
    if (fineMs <= 0 || fineMs >= stepMs || same)
        return Words::resolution(lengthText(stepMs), same ? QString() : lengthText(sourceMs));
    if (fineMs <= sourceMs)
        return Words::between(lengthText(stepMs), lengthText(sourceMs), detail);
    return Words::betweenOf(lengthText(stepMs), lengthText(fineMs), lengthText(sourceMs), detail);
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
