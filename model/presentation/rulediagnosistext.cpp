// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/rulediagnosistext.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/findingtext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/valuetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::RuleDiagnosis)
};

QString seconds(std::int64_t milliseconds)
{
    return measureText(static_cast<double>(milliseconds) / 1000, "s");
}

int number(std::size_t count)
{
    return static_cast<int>(count);
}

QString labelsOf(const Labels &labels)
{
    return labels.empty() ? Texts::tr("the only value") : displayText(labels.toString(), 160);
}

/// The label set that is nearest to the threshold, with its value against it.
QString nearestText(const RuleDiagnosis &diagnosis)
{
    for (const RuleComparison &comparison : diagnosis.comparisons) {
        const auto quiet =
            std::find_if(comparison.sets.begin(), comparison.sets.end(),
                         [](const ComparedSet &set) { return !set.holds && set.value && set.threshold; });
        if (quiet == comparison.sets.end())
            continue;
        return Texts::tr("Nearest to it is %1: %2, and would have to be %3 %4.")
            .arg(labelsOf(quiet->labels), valueText(*quiet->value, "short"),
                 QString::fromUtf8(promql::binaryOpText(comparison.op)),
                 valueText(*quiet->threshold, "short"));
    }
    return {};
}

QString notMetText(const RuleDiagnosis &diagnosis)
{
    std::size_t most = 0;
    for (const RuleComparison &comparison : diagnosis.comparisons)
        most = std::max(most, comparison.count);
    return Texts::tr("It does not fire: the condition holds for none of %n label set(s).", nullptr,
                     number(most)) +
           QLatin1Char(' ') + nearestText(diagnosis);
}

QString waitsText(const RuleDiagnosis &diagnosis)
{
    const auto next = std::find_if(diagnosis.sets.begin(), diagnosis.sets.end(),
                                   [](const RuleLabelSet &set) { return set.state == AlertState::Pending; });
    const auto pending = static_cast<std::size_t>(
        std::count_if(diagnosis.sets.begin(), diagnosis.sets.end(),
                      [](const RuleLabelSet &set) { return set.state == AlertState::Pending; }));
    QString text =
        Texts::tr("It does not fire yet: %n alert(s) are pending for less than %1.", nullptr, number(pending))
            .arg(seconds(diagnosis.forMs));
    if (next != diagnosis.sets.end())
        text += QLatin1Char(' ') + Texts::tr("%1 fires in %2, if the condition holds until then.")
                                       .arg(labelsOf(next->labels), seconds(next->forLeftMs));
    return text;
}

/// All of the rule's alerts: the diagnosis holds the first of them.
QString firesText(const RuleDiagnosis &diagnosis, const RuleStatus &status)
{
    const auto shown = std::count_if(diagnosis.sets.begin(), diagnosis.sets.end(),
                                     [](const RuleLabelSet &set) { return set.state == AlertState::Firing; });
    const auto all = std::count_if(status.alerts.begin(), status.alerts.end(),
                                   [](const Alert &alert) { return alert.state == AlertState::Firing; });
    if (all <= shown)
        return Texts::tr("It fires: %n alert(s).", nullptr, static_cast<int>(shown));
    return Texts::tr("It fires: %n alert(s); the first %1 are shown.", nullptr, static_cast<int>(all))
        .arg(shown);
}

QString nothingText(const RuleDiagnosis &diagnosis)
{
    QString text =
        Texts::tr("It does not fire: its expression gives nothing, and there is nothing to compare.");
    if (!diagnosis.explanation.findings.empty())
        text += QLatin1Char(' ') + findingDisplayText(diagnosis.explanation.findings.front());
    return text;
}

} // namespace

QString verdictText(const RuleDiagnosis &diagnosis, const RuleStatus &status)
{
    switch (diagnosis.verdict) {
    case RuleVerdict::Fires:
        return firesText(diagnosis, status);
    case RuleVerdict::Waits:
        return waitsText(diagnosis);
    case RuleVerdict::NotMet:
        return notMetText(diagnosis);
    case RuleVerdict::NothingFound:
        return nothingText(diagnosis);
    case RuleVerdict::Broken:
        return Texts::tr("Its evaluation fails: %1 Alerts stay as they were.")
            .arg(status.error ? errorText(*status.error) : QString());
    case RuleVerdict::NotEvaluated:
        break;
    }
    return Texts::tr("It has not been evaluated yet.");
}

QString remarkText(const RuleRemark &remark)
{
    const QString label = displayText(remark.label, 80);
    const QString example = displayText(remark.example, 160);
    switch (remark.kind) {
    case RuleRemarkKind::VanishingSeries:
        return Texts::tr("%n label set(s) had no value at some of the last evaluations, such as %1. A single "
                         "evaluation without it makes “for” begin anew.",
                         nullptr, number(remark.count))
            .arg(example);
    case RuleRemarkKind::FlickeringSets:
        return Texts::tr("The condition of %n label set(s) held and did not hold by turns, such as %1. “for” "
                         "begins anew each time; an average over a while would be steadier.",
                         nullptr, number(remark.count))
            .arg(example);
    case RuleRemarkKind::ChangingLabel:
        return Texts::tr(
                   "The label %1 has another value at each evaluation (%2). Each value is an alert of its "
                   "own, so none is pending for long enough: aggregate it away, as in sum without (%1).")
            .arg(label, example);
    case RuleRemarkKind::ValueInLabel:
        return Texts::tr(
                   "The rule's label %1 is %2: with each new value it is another alert, and “for” begins "
                   "anew. The value belongs into an annotation.")
            .arg(label, example);
    case RuleRemarkKind::SlowRule:
        break;
    }
    return Texts::tr("Its evaluation takes more than a tenth of the interval.");
}

QString backTestText(const BackTest &test)
{
    if (test.fired == 0 && test.onlyPending == 0)
        return Texts::tr("It would not have fired, nor been pending.");
    QString text = test.fired == 0 ? Texts::tr("It would not have fired.")
                                   : Texts::tr("It would have fired %n time(s), for %1 in all.", nullptr,
                                               number(test.fired))
                                         .arg(seconds(test.firingMs));
    if (test.onlyPending > 0)
        text += QLatin1Char(' ') +
                Texts::tr("Pending without firing: %n time(s).", nullptr, number(test.onlyPending));
    return text;
}

QString moveText(const MovedSeries &moved)
{
    const QString unit = moved.kind == MoveKind::Rate ? Texts::tr("/s") : QString();
    switch (moved.kind) {
    case MoveKind::Appeared:
        return Texts::tr("appeared: %1").arg(valueText(moved.after, "short"));
    case MoveKind::Vanished:
        return Texts::tr("vanished: %1 before").arg(valueText(moved.before, "short"));
    case MoveKind::Value:
    case MoveKind::Rate:
        break;
    }
    return valueText(moved.before, "short") + unit + QStringLiteral(" → ") + valueText(moved.after, "short") +
           unit;
}

} // namespace sightglass
