// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/queryoutput.h"
#include "app/cli/scraperun.h"
#include "model/query/queryengine.h"
#include "model/scrape/targetconfig.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A time on the command line: absolute, or so many ms before the end of scraping ("now" is 0).
struct QueryTime
{
    std::optional<TimestampMs> at;
    std::int64_t beforeEndMs = 0;

    [[nodiscard]] TimestampMs resolved(TimestampMs end) const { return at.value_or(end - beforeEndMs); }
};

/// "now", "-30s", seconds since the epoch, or RFC 3339.
[[nodiscard]] std::optional<QueryTime> queryTimeOption(const QString &text);

/// What `sightglass query` was asked for.
struct QueryCommandRequest
{
    std::vector<TargetConfig> targets;
    std::int64_t forMs = 10'000;
    std::string query;
    promql::ExprPtr expr;
    promql::Features features;
    QueryTime at;
    bool isRange = false;
    QueryTime from;
    QueryTime to;
    std::int64_t stepMs = 1000;
    QueryFormat format = QueryFormat::Table;
};

/// Scrapes, then evaluates and prints. GUI thread, no display.
class QueryJob : public QObject
{
    Q_OBJECT

public:
    explicit QueryJob(QueryCommandRequest request, QObject *parent = nullptr);
    ~QueryJob() override;

    void start();

signals:
    /// `exitCode` as runQueryCommand() states it.
    void finished(int exitCode);

private:
    [[nodiscard]] bool answer() const;
    void tellWhyEmpty(const Snapshot &snapshot, TimestampMs end, TimestampMs t) const;
    [[nodiscard]] Result<QueryResult> evaluate(const Snapshot &snapshot, TimestampMs end,
                                               TimestampMs t) const;

    QueryCommandRequest m_request;
    ScrapeRun m_run;
};

} // namespace sightglass
