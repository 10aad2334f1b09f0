// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/metricspage.h"

#include <array>

namespace sightglass::demo {

/// What came in one step.
struct IngestedLately
{
    double offered = 0;     ///< events that clients sent
    double refused = 0;     ///< of them, those that did not validate or could not be written
    double events = 0;      ///< of them, those that were stored
    double newEntities = 0; ///< of them, those that began an entity
};

/// How events come into AllSource: each is validated against its type's schema and written, or counted as an
/// error; what was written goes through pipelines and projections.
class AllSourceIngestion
{
public:
    AllSourceIngestion();

    IngestedLately step(double seconds, const Disturbance &felt, ModelRandom &random);
    void put(MetricsPage &page) const;

    /// Events that clients sent, stored or not.
    [[nodiscard]] double offered() const noexcept { return m_events + m_errors; }

private:
    struct EventType
    {
        const char *name = nullptr;
        double share = 0; ///< of all events
        double events = 0;
        double valid = 0;
        double invalid = 0;
    };
    struct Pipeline
    {
        const char *name = nullptr;
        double filteredShare = 0;
        double medianSeconds = 0;
        double processed = 0;
        double filtered = 0;
        ModelHistogram durations{defaultBuckets};
    };
    /// Follows the events at its own pace.
    struct Projection
    {
        const char *name = nullptr;
        double medianSeconds = 0;
        double processed = 0;
        double errors = 0;
        ModelHistogram durations{defaultBuckets};
    };

    IngestedLately ingest(EventType &type, double offered, const Disturbance &felt, ModelRandom &random);
    void runPipelines(double events, const Disturbance &felt, ModelRandom &random);
    void runProjections(double seconds, const Disturbance &felt, ModelRandom &random);
    void putSchemas(MetricsPage &page) const;
    void putPipelines(MetricsPage &page) const;
    void putProjections(MetricsPage &page) const;

    std::array<EventType, 5> m_types;
    std::array<Pipeline, 3> m_pipelines;
    std::array<Projection, 2> m_projections;
    double m_events = 0;
    double m_errors = 0;
    ModelHistogram m_durations{defaultBuckets};
    ModelHistogram m_validationDurations{defaultBuckets};
};

} // namespace sightglass::demo
