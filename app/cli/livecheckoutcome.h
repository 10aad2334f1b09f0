// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A target, as a check has seen it.
struct CheckedTarget
{
    QString url;
    bool answered = false;      ///< at least once
    std::optional<Error> error; ///< of the newest scrape
    std::uint64_t scrapes = 0;
    std::uint64_t failures = 0; ///< of these

    /// Whether it was seen too little to say that it was quiet: it never answered, was down at the end, or
    /// missed at least half of its scrapes.
    [[nodiscard]] bool wasAway() const noexcept
    {
        return !answered || error.has_value() || (failures > 0 && failures >= scrapes - failures);
    }
};

/// A label set of a rule that was active during a check.
struct CheckedAlert
{
    Labels labels;
    AlertState worst = AlertState::Pending; ///< Firing where it fired at any time
    AlertState now = AlertState::Inactive;  ///< at the end
    double value = 0;                       ///< the newest
    std::vector<Label> annotations = {};
};

/// A rule, as a check has seen it.
struct CheckedRule
{
    RuleStatus status;                ///< at the end
    std::vector<CheckedAlert> alerts; ///< sorted by labels
    std::optional<Error> error;       ///< the first one of any evaluation
    std::optional<std::string> blind; ///< a selector, where nothing was there that the rule looks at
};

/// A rule file or a configuration that could not be used.
struct CheckedFile
{
    QString file;
    QString problem; ///< with its place, safe to show
};

/// What a check has come to.
struct LiveCheckOutcome
{
    std::vector<CheckedTarget> targets;
    std::vector<CheckedRule> rules;      ///< group by group
    double seconds = 0;                  ///< how long it took
    std::vector<CheckedFile> files = {}; ///< that are broken: then nothing was begun
    bool interrupted = false;            ///< it was ended before its time

    /// Those that fired and are at least so grave.
    [[nodiscard]] std::size_t alertCount(Severity atLeast) const;
    /// A file was broken, there was no target, one was away, a rule failed or was never evaluated, no
    /// alerting rule had anything to look at, or it was interrupted.
    [[nodiscard]] bool couldNotTell() const;
    /// At least one target answered at least once.
    [[nodiscard]] bool hasAnswer() const;
    /// There is no alerting rule, or none had anything to look at.
    [[nodiscard]] bool isBlind() const;
};

/// Tables of what was wrong with targets and rules, and of the alerts, with a line of figures. Plain text;
/// what comes from outside is made safe to show.
[[nodiscard]] QString checkText(const LiveCheckOutcome &outcome);

/// JUnit's XML, well-formed whatever labels and annotations hold: a suite for the targets and one per group,
/// a case per target, rule and broken file. An alert that fired and is at least as grave as `failOn` is a
/// failure of its rule's case, what could not be told an error, a rule that had nothing to look at is
/// skipped where others had something.
[[nodiscard]] QByteArray checkJunit(const LiveCheckOutcome &outcome, Severity failOn);

} // namespace sightglass
