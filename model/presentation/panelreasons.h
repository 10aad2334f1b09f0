// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/metriccatalog.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/dashboard/paneltime.h"
#include "model/query/queryengine.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Why one query answers nothing, or nothing that can be meant: the gravest finding, in the user's language,
/// and below it the query as it is probably meant, where that is known. `isEmpty`: there is no answer; else
/// what is doubtful about it (the rate of a gauge, a clock compared with a number), nothing where nothing is.
/// Displayable. Any thread.
struct QueryAsked
{
    std::string_view expr; ///< interval variables and all; others are replaced
    bool isEmpty = true;
    const Snapshot &snapshot;
    PanelTime time;     ///< of the query
    bool range = true;  ///< it is asked over the range rather than at its end
    bool young = false; ///< that there are too few samples yet goes by itself and is no reason
    QueryOptions options = {};
};
[[nodiscard]] std::optional<QueryReason> queryReason(const QueryAsked &asked, const MetricCatalog &catalog,
                                                     const std::stop_token &cancel = {});

/// What the panels of a dashboard share to tell why they are empty. Any thread.
class ReasonSource
{
public:
    /// Of what is stored, as it was some seconds ago at most; null where it was cancelled.
    [[nodiscard]] std::shared_ptr<const MetricCatalog> catalogOf(const Snapshot &snapshot,
                                                                 const std::stop_token &cancel);

private:
    std::mutex m_mutex;
    std::shared_ptr<const MetricCatalog> m_catalog;
    std::chrono::steady_clock::time_point m_made;
};

/// What was found out about one panel, and of what: it is found out anew when an expression or the range
/// (other than by time) changes or an answer becomes empty, or is no more, and every half minute as long as
/// one is.
struct KnownReasons
{
    std::string about;
    std::chrono::steady_clock::time_point at;
    std::vector<QueryReason> reasons;
};

/// Fills PanelData::reasons, from what is known where that still holds. Any thread; one at a time for each
/// `known`.
void addReasons(PanelData &data, const PanelSpec &panel, const Snapshot &snapshot, const PanelTime &time,
                const QueryOptions &options, ReasonSource &source, KnownReasons &known,
                const std::stop_token &cancel);

} // namespace sightglass
