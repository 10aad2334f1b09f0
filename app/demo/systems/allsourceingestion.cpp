// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/allsourceingestion.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double eventsPerSecond = 240;
/// An error in half an hour or so.
constexpr double usualErrorsPerSecond = 0.0006;
constexpr double invalidInTrouble = 0.05;
constexpr double unwrittenInTrouble = 0.25;
constexpr double projectionEventsPerSecond = 5 * eventsPerSecond;

} // namespace

AllSourceIngestion::AllSourceIngestion()
    : m_types{{{"order.placed", 0.34},
               {"order.shipped", 0.24},
               {"payment.settled", 0.22},
               {"cart.abandoned", 0.12},
               {"user.created", 0.08}}}
    , m_pipelines{{{"enrichment", 0.02, 0.0012}, {"fraud-screen", 0.35, 0.004}, {"export", 0.1, 0.0007}}}
    , m_projections{{{"entity_snapshots", 0.0009}, {"event_counters", 0.0003}}}
{}

IngestedLately AllSourceIngestion::step(double seconds, const Disturbance &felt, ModelRandom &random)
{
    IngestedLately all;
    for (EventType &type : m_types) {
        const double offered = random.count(eventsPerSecond * type.share * felt.load * seconds);
        const IngestedLately one = ingest(type, offered, felt, random);
        all.offered += one.offered;
        all.refused += one.refused;
        all.events += one.events;
    }
    // Every new user is an entity; other events may begin one, too.
    all.newEntities = random.share(all.events, 0.1);
    runPipelines(all.events, felt, random);
    runProjections(seconds, felt, random);
    return all;
}

IngestedLately AllSourceIngestion::ingest(EventType &type, double offered, const Disturbance &felt,
                                          ModelRandom &random)
{
    const double usual = usualErrorsPerSecond / eventsPerSecond;
    const double invalid = random.share(offered, usual / 2 + invalidInTrouble * felt.errorShare);
    const double unwritten =
        random.share(offered - invalid, usual / 2 + unwrittenInTrouble * felt.errorShare);
    const double stored = offered - invalid - unwritten;
    type.invalid += invalid;
    type.valid += offered - invalid;
    type.events += stored;
    m_events += stored;
    m_errors += invalid + unwritten;
    m_validationDurations.observe(offered, {0.0002, 0.8}, random);
    m_durations.observe(offered, {0.0016 * std::pow(felt.slowness, 0.95), 0.7}, random);
    return {offered, invalid + unwritten, stored, 0};
}

void AllSourceIngestion::runPipelines(double events, const Disturbance &felt, ModelRandom &random)
{
    for (Pipeline &pipeline : m_pipelines) {
        pipeline.processed += events;
        pipeline.filtered += random.share(events, pipeline.filteredShare);
        pipeline.durations.observe(events, {pipeline.medianSeconds * std::pow(felt.slowness, 0.4), 0.7},
                                   random);
    }
}

void AllSourceIngestion::runProjections(double seconds, const Disturbance &felt, ModelRandom &random)
{
    for (Projection &projection : m_projections) {
        const double possible = projectionEventsPerSecond * seconds / std::pow(felt.slowness, 0.45);
        const double taken = std::floor(std::min(m_events - projection.processed, possible));
        projection.processed += taken;
        projection.errors += random.share(taken, 0.02 * felt.errorShare);
        projection.durations.observe(taken, {projection.medianSeconds * std::pow(felt.slowness, 0.7), 0.8},
                                     random);
    }
}

void AllSourceIngestion::put(MetricsPage &page) const
{
    page.counter("events_ingested_total", "Events that were stored.").add({}, m_events);
    page.counter("ingestion_errors_total", "Events that were not stored.").add({}, m_errors);
    page.histogram("ingestion_duration_seconds", "Time that taking an event in took.").add({}, m_durations);
    const FamilyPage byType =
        page.counter("events_ingested_by_type", "Events that were stored, by their type.");
    for (const EventType &type : m_types)
        byType.add({{"event_type", type.name}}, type.events);
    putSchemas(page);
    putPipelines(page);
    putProjections(page);
}

void AllSourceIngestion::putSchemas(MetricsPage &page) const
{
    page.gauge("schemas_registered_total", "Schemas in the registry.")
        .add({}, static_cast<double>(m_types.size()));
    page.histogram("schema_validation_duration_seconds", "Time that validating an event took.")
        .add({}, m_validationDurations);
    const FamilyPage validations =
        page.counter("schema_validations_total", "Events that were held against their schema.");
    for (const EventType &type : m_types) {
        validations.add({{"subject", type.name}, {"result", "valid"}}, type.valid);
        validations.add({{"subject", type.name}, {"result", "invalid"}}, type.invalid);
    }
}

void AllSourceIngestion::putPipelines(MetricsPage &page) const
{
    page.gauge("pipelines_registered_total", "Pipelines that events go through.")
        .add({}, static_cast<double>(m_pipelines.size()));
    const FamilyPage processed = page.counter("pipeline_events_processed", "Events that a pipeline took.");
    const FamilyPage filtered =
        page.counter("pipeline_events_filtered", "Events that a pipeline took and dropped.");
    const FamilyPage durations =
        page.histogram("pipeline_processing_duration_seconds", "Time that an event spent in a pipeline.");
    for (const Pipeline &pipeline : m_pipelines) {
        processed.add({{"pipeline", pipeline.name}}, pipeline.processed);
        filtered.add({{"pipeline", pipeline.name}}, pipeline.filtered);
        durations.add({{"pipeline", pipeline.name}}, pipeline.durations);
    }
}

void AllSourceIngestion::putProjections(MetricsPage &page) const
{
    const FamilyPage processed =
        page.counter("projection_events_processed", "Events that a projection took.");
    const FamilyPage errors =
        page.counter("projection_errors_total", "Events that a projection could not make sense of.");
    const FamilyPage durations =
        page.histogram("projection_processing_duration_seconds", "Time that a projection took for an event.");
    for (const Projection &projection : m_projections) {
        processed.add({{"projection", projection.name}}, projection.processed);
        errors.add({{"projection", projection.name}}, projection.errors);
        durations.add({{"projection", projection.name}}, projection.durations);
    }
}

} // namespace sightglass::demo
