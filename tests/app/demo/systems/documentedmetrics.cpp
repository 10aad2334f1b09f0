// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/systems/documentedmetrics.h"

namespace sightglass::demo {

namespace {

constexpr auto core = SystemId::AllSourceCore;
constexpr auto plane = SystemId::AllSourceControlPlane;
constexpr auto house = SystemId::StreamHouse;
constexpr auto sellify = SystemId::Sellify;

constexpr auto counter = MetricType::Counter;
constexpr auto gauge = MetricType::Gauge;
constexpr auto histogram = MetricType::Histogram;

constexpr DocumentedMetric metrics[] = {
    {core, "allsource_events_ingested_total", counter, ""},
    {core, "allsource_events_ingested_by_type", counter, "event_type"},
    {core, "allsource_ingestion_duration_seconds", histogram, ""},
    {core, "allsource_ingestion_errors_total", counter, ""},
    {core, "allsource_queries_total", counter, "query_type"},
    {core, "allsource_query_duration_seconds", histogram, "query_type"},
    {core, "allsource_query_results_total", gauge, "query_type"},
    {core, "allsource_storage_events_total", gauge, ""},
    {core, "allsource_storage_entities_total", gauge, ""},
    {core, "allsource_storage_size_bytes", gauge, ""},
    {core, "allsource_parquet_files_total", gauge, ""},
    {core, "allsource_wal_segments_total", gauge, ""},
    {core, "allsource_projection_events_processed", counter, "projection"},
    {core, "allsource_projection_errors_total", counter, "projection"},
    {core, "allsource_projection_processing_duration_seconds", histogram, "projection"},
    {core, "allsource_schemas_registered_total", gauge, ""},
    {core, "allsource_schema_validations_total", counter, "result,subject"},
    {core, "allsource_schema_validation_duration_seconds", histogram, ""},
    {core, "allsource_replays_started_total", counter, ""},
    {core, "allsource_replays_completed_total", counter, ""},
    {core, "allsource_replays_failed_total", counter, ""},
    {core, "allsource_replay_events_processed", counter, ""},
    {core, "allsource_replay_duration_seconds", histogram, ""},
    {core, "allsource_pipelines_registered_total", gauge, ""},
    {core, "allsource_pipeline_events_processed", counter, "pipeline"},
    {core, "allsource_pipeline_events_filtered", counter, "pipeline"},
    {core, "allsource_pipeline_processing_duration_seconds", histogram, "pipeline"},
    {core, "allsource_snapshots_created_total", counter, ""},
    {core, "allsource_snapshot_creation_duration_seconds", histogram, ""},
    {core, "allsource_snapshots_total", gauge, ""},
    {core, "allsource_compactions_total", counter, ""},
    {core, "allsource_compaction_duration_seconds", histogram, ""},
    {core, "allsource_compaction_files_merged", counter, ""},
    {core, "allsource_compaction_bytes_saved", counter, ""},
    {core, "allsource_websocket_connections_active", gauge, ""},
    {core, "allsource_websocket_connections_total", counter, ""},
    {core, "allsource_websocket_messages_sent", counter, ""},
    {core, "allsource_websocket_errors_total", counter, ""},
    {core, "allsource_http_requests_total", counter, "endpoint,method,status"},
    {core, "allsource_http_request_duration_seconds", histogram, "endpoint,method"},
    {core, "allsource_http_requests_in_flight", gauge, ""},

    {plane, "control_plane_http_requests_total", counter, "endpoint,method,status"},
    {plane, "control_plane_http_request_duration_seconds", histogram, "endpoint,method"},
    {plane, "control_plane_core_health_status", gauge, "node_id"},
    {plane, "control_plane_core_events_total", gauge, "node_id"},

    {house, "streamhouse_producer_records_total", counter, "topic"},
    {house, "streamhouse_producer_bytes_total", counter, "topic"},
    {house, "streamhouse_producer_latency_seconds", histogram, "topic",
     ".001 .005 .01 .025 .05 .1 .25 .5 1 2.5 5"},
    {house, "streamhouse_producer_batch_size", histogram, "topic", "1 10 50 100 500 1000 5000 10000"},
    {house, "streamhouse_producer_errors_total", counter, "error_type,topic"},
    {house, "streamhouse_consumer_records_total", counter, "consumer_group,topic"},
    {house, "streamhouse_consumer_lag", gauge, "consumer_group,partition,topic"},
    {house, "streamhouse_consumer_rebalances_total", counter, "consumer_group"},
    {house, "streamhouse_consumer_errors_total", counter, "consumer_group,error_type,topic"},
    {house, "streamhouse_segment_writes_total", counter, ""},
    {house, "streamhouse_segment_flushes_total", counter, ""},
    {house, "streamhouse_s3_requests_total", counter, "operation"},
    {house, "streamhouse_s3_errors_total", counter, "error_type,operation"},
    {house, "streamhouse_s3_latency_seconds", histogram, "operation", ".01 .025 .05 .1 .25 .5 1 2.5 5 10"},
    {house, "streamhouse_cache_hits_total", counter, ""},
    {house, "streamhouse_cache_misses_total", counter, ""},
    {house, "streamhouse_cache_size_bytes", gauge, ""},
    {house, "streamhouse_connections_active", gauge, ""},
    {house, "streamhouse_partitions_total", gauge, ""},
    {house, "streamhouse_topics_total", gauge, ""},
    {house, "streamhouse_agents_active", gauge, ""},
    {house, "streamhouse_uptime_seconds", gauge, ""},

    {sellify, "sellify_decisions_total", counter, "action"},
    {sellify, "sellify_conversation_state", gauge, "state"},
    {sellify, "sellify_quota_messages_today", gauge, ""},
    {sellify, "sellify_quota_messages_week", gauge, ""},
    {sellify, "sellify_quota_images_today", gauge, ""},
    {sellify, "sellify_quota_videos_week", gauge, ""},
    {sellify, "sellify_quota_resets_total", counter, "reset_type"},
    {sellify, "sellify_quota_limit_reached", counter, "quota_type"},
    {sellify, "sellify_ai_generation_duration_seconds", histogram, "", ".1 .25 .5 1 2.5 5 10"},
    {sellify, "sellify_ai_requests_total", counter, "status"},
    {sellify, "sellify_validation_results", counter, "result"},
    {sellify, "sellify_forbidden_words_detected", counter, ""},
    {sellify, "sellify_http_requests_total", counter, "endpoint,status"},
    {sellify, "sellify_http_request_duration_seconds", histogram, "endpoint",
     ".001 .005 .01 .025 .05 .1 .25 .5 1"},
    {sellify, "sellify_audit_logs_total", counter, ""},
    {sellify, "sellify_alerts_sent_total", counter, "severity"},
};

} // namespace

std::span<const DocumentedMetric> documentedMetrics()
{
    return metrics;
}

} // namespace sightglass::demo
