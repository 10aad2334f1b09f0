// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertmatchers.h"
#include "model/notify/notifystate.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A line of the alert board: one alert, or a rule whose evaluation fails.
struct BoardRow
{
    std::string group;
    std::string file;
    std::string rule;
    Severity severity = Severity::Warning; ///< as it is sorted and coloured
    std::string severityText;              ///< what the label says; empty: there is none
    Alert alert;                           ///< of a broken rule it has no labels
    std::optional<Error> error;            ///< set: the rule is broken
    AlertVerdict verdict;                  ///< what keeps it quiet, if anything does
    std::optional<TimestampMs> acknowledgedAt;

    /// Since when it is in its state; nothing for a broken rule.
    [[nodiscard]] std::optional<TimestampMs> since() const;
};

/// What rows need beside the rules' states. Each may be empty.
struct BoardFacts
{
    std::function<AlertVerdict(const Labels &)> verdict;
    std::function<std::optional<TimestampMs>(const RuleStatus &, const Alert &)> acknowledged;
};

/// All alerts and broken rules there are, worst first: broken rules, then firing ones that are told, by
/// severity, then quiet and acknowledged ones, pending, resolved; among equals the newest first.
[[nodiscard]] std::vector<BoardRow> boardRows(std::span<const RuleStatus> rules,
                                              const BoardFacts &facts = {});

/// Which labels tell the rows apart.
struct BoardLabels
{
    std::vector<std::string> columns; ///< those that are not the same in all rows; instance and job first
    std::vector<Label> common;        ///< the same in all rows, by name; none where there is one row only
};

inline constexpr std::size_t mostBoardColumns = 16;

/// Of all labels but alertname and severity, which have columns of their own. Of more than `most` those that
/// most rows have.
[[nodiscard]] BoardLabels boardLabels(std::span<const BoardRow> rows, std::size_t most = mostBoardColumns);

/// Which rows are shown.
class BoardFilter
{
public:
    /// Everything.
    BoardFilter() = default;

    /// What somebody typed: matchers as Alertmanager reads them, which see alertname and alertstate
    /// ("pending", "firing", "resolved") beside the alert's labels; or, where it has none of their
    /// characters, words that must all be in name, labels or summary, in any case. ConfigSyntax.
    [[nodiscard]] static Result<BoardFilter> fromText(std::string_view text);

    [[nodiscard]] bool passes(const BoardRow &row) const;

    bool showsFiring = true; ///< and broken rules
    bool showsPending = true;
    bool showsResolved = true;
    bool showsQuiet = true; ///< those that silences, inhibition or quiet hours keep from being told
    Severity least = Severity::Info;

private:
    std::shared_ptr<const AlertMatchers> m_matchers; ///< null: words count
    std::vector<std::string> m_words;                ///< in lower case
};

enum class BoardColumn : std::uint8_t
{
    Worst, ///< the order of boardRows()
    Severity,
    Alert,
    Label,
    Value,
    Since,
    Summary
};

struct BoardOrder
{
    BoardColumn column = BoardColumn::Worst;
    std::string label; ///< of BoardColumn::Label
    bool descending = false;

    friend bool operator==(const BoardOrder &, const BoardOrder &) = default;
};

/// Numbers within texts count as numbers (node2 before node10); rows that are equal keep their order.
void sortBoard(std::vector<BoardRow> &rows, const BoardOrder &order);

} // namespace sightglass
