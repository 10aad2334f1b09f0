// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/scrapehelpers.h"

#include "model/core/sample.h"
#include "parser/base/numbertext.h"

#include <QFile>

#include <unistd.h>
#include <zlib.h>

#include <array>
#include <limits>

namespace sightglass::test {

namespace {

constexpr TimeRange always{0, std::numeric_limits<TimestampMs>::max() / 2};

QString line(const SeriesView &series, TimestampMs base)
{
    SampleColumns columns;
    series.read(always, columns);
    QString text = QString::fromStdString(series.labels().toString());
    for (std::size_t i = 0; i < columns.times.size(); ++i) {
        const double v = columns.values[i];
        const std::string value = isStaleMarker(v) ? "stale" : formatFloat(v);
        text += QStringLiteral(" %1@%2").arg(QString::fromStdString(value)).arg(columns.times[i] - base);
    }
    return text;
}

bool isReport(std::string_view metric)
{
    return metric == "up" || metric.starts_with("scrape_");
}

} // namespace

std::vector<std::shared_ptr<const SeriesView>> seriesOf(const Snapshot &snapshot, std::string_view metric)
{
    const std::array matchers{Matcher{MatchOp::Equal, std::string(metricNameLabel), std::string(metric)}};
    return snapshot.select(matchers, always);
}

QString contents(const Snapshot &snapshot, TimestampMs base)
{
    QStringList lines;
    for (const std::string &metric : snapshot.labelValues(metricNameLabel)) {
        if (!isReport(metric))
            lines += contentsOf(snapshot, metric, base);
    }
    return lines.join(QLatin1Char('\n'));
}

QString contentsOf(const Snapshot &snapshot, std::string_view metric, TimestampMs base)
{
    QStringList lines;
    for (const auto &series : seriesOf(snapshot, metric))
        lines += line(*series, base);
    return lines.join(QLatin1Char('\n'));
}

std::optional<double> newestValue(const Snapshot &snapshot, std::string_view metric, std::string_view job)
{
    for (const auto &series : seriesOf(snapshot, metric)) {
        if (!job.empty() && series->labels().value("job") != job)
            continue;
        SampleColumns columns;
        series->read(always, columns);
        if (!columns.values.empty())
            return columns.values.back();
    }
    return std::nullopt;
}

QByteArray gzipped(const QByteArray &bytes, int times)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed;
    std::array<char, 65536> piece;
    for (int i = 0; i < times; ++i) {
        QByteArray input = bytes;
        stream.next_in = reinterpret_cast<Bytef *>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        const int flush = i + 1 == times ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(piece.data());
            stream.avail_out = static_cast<uInt>(piece.size());
            deflate(&stream, flush);
            packed.append(piece.data(), static_cast<qsizetype>(piece.size() - stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace sightglass::test
