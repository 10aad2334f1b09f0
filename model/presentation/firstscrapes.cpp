// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/firstscrapes.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::FirstScrapes)
};

constexpr qsizetype mostReasons = 8;

enum class Trouble
{
    None,
    NoAnswer,
    Refused ///< something answered, and what it said could not be taken
};

Trouble troubleOf(const TargetStatus &target)
{
    if (!target.error)
        return Trouble::None;
    switch (target.error->code) {
    case ErrorCode::ExpositionSyntax:
    case ErrorCode::InvalidSeries:
    case ErrorCode::SampleLimitExceeded:
    case ErrorCode::SeriesLimitExceeded:
    case ErrorCode::BodyTooLarge:
    case ErrorCode::HttpStatus:
    case ErrorCode::UnsupportedContentType:
    case ErrorCode::ContentTypeMissing:
    case ErrorCode::DecompressionFailed:
    case ErrorCode::DecompressionHeaderInvalid:
    case ErrorCode::DecompressionIncomplete:
        return Trouble::Refused;
    default:
        return Trouble::NoAnswer;
    }
}

QString headlineOf(int refused, int silent)
{
    if (refused == 0)
        return Texts::tr("No target answers yet");
    if (silent > 0)
        return Texts::tr("No target can be read yet");
    return refused == 1 ? Texts::tr("One target answers, but its answer is refused")
                        : Texts::tr("%1 targets answer, but their answers are refused").arg(refused);
}

} // namespace

FirstScrapes firstScrapes(const std::vector<TargetStatus> &targets, bool hasTargets)
{
    if (!hasTargets)
        return {Texts::tr("Point Sightglass at a metrics endpoint"),
                Texts::tr("Its dashboard appears by itself after the first scrape."),
                {}};
    QStringList reasons;
    int refused = 0;
    for (const TargetStatus &target : targets) {
        if (!target.error)
            continue;
        refused += troubleOf(target) == Trouble::Refused ? 1 : 0;
        reasons << displayText(displayUrl(target.config.url)) + QLatin1Char('\n') + errorText(*target.error);
    }
    if (reasons.isEmpty())
        return {Texts::tr("Waiting for the first scrape"), {}, {}};
    const auto failed = static_cast<int>(reasons.size());
    QStringList shown = reasons.mid(0, mostReasons);
    if (reasons.size() > mostReasons)
        shown << Texts::tr("and %1 more").arg(failed - static_cast<int>(mostReasons));
    return {headlineOf(refused, failed - refused), shown.join(QStringLiteral("\n\n")),
            worstTarget(targets, {})};
}

QString worstTarget(const std::vector<TargetStatus> &targets, const QString &preferred)
{
    const auto isPreferred = [&preferred](const TargetStatus &target) {
        return target.config.id == preferred;
    };
    const auto wanted = std::find_if(targets.begin(), targets.end(), isPreferred);
    if (wanted != targets.end() && wanted->error)
        return preferred;
    for (const Trouble trouble : {Trouble::Refused, Trouble::NoAnswer}) {
        const auto found =
            std::find_if(targets.begin(), targets.end(), [trouble](const TargetStatus &target) {
                return target.config.enabled && troubleOf(target) == trouble;
            });
        if (found != targets.end())
            return found->config.id;
    }
    return preferred;
}

} // namespace sightglass
