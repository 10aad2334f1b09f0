// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/histogramdisplay.h"

#include "model/core/goformat.h"
#include "model/histogram/histogrambuckets.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace sightglass {

namespace {

constexpr std::size_t mostBucketsListed = 24;

QString number(double value)
{
    return QString::fromStdString(goShortest(value));
}

/// Six digits are enough to read.
QString shortNumber(double value)
{
    return QString::number(value, 'g', 6);
}

QString bucketLine(const HistogramBucket &bucket, double count)
{
    QString line = QChar(bucket.lowerInclusive ? u'[' : u'(') + shortNumber(bucket.lower) +
                   QStringLiteral(", ") + shortNumber(bucket.upper) +
                   QChar(bucket.upperInclusive ? u']' : u')') + QStringLiteral("  ") + number(bucket.count);
    if (count > 0)
        line += QStringLiteral("  (%1 %)").arg(100 * bucket.count / count, 0, 'f', 1);
    return line;
}

QString bucketsText(std::size_t buckets)
{
    return QCoreApplication::translate("metrics", "%n bucket(s)", nullptr, static_cast<int>(buckets));
}

/// The fullest ones, in their order.
std::vector<HistogramBucket> fullest(const std::vector<HistogramBucket> &buckets)
{
    if (buckets.size() <= mostBucketsListed)
        return buckets;
    std::vector<double> counts;
    for (const HistogramBucket &bucket : buckets)
        counts.push_back(bucket.count);
    std::ranges::nth_element(counts, counts.begin() + mostBucketsListed, std::greater());
    const double least = counts[mostBucketsListed];
    std::vector<HistogramBucket> listed;
    for (const HistogramBucket &bucket : buckets) {
        if (bucket.count > least)
            listed.push_back(bucket);
    }
    // Equally full ones fill up from the lowest.
    if (listed.empty())
        listed.assign(buckets.begin(), buckets.begin() + mostBucketsListed);
    return listed;
}

} // namespace

QString histogramSummary(const FloatHistogram &histogram)
{
    return QCoreApplication::translate("metrics", "count %1 · sum %2")
               .arg(shortNumber(histogram.count), shortNumber(histogram.sum)) +
           QStringLiteral(" · ") + bucketsText(ascendingBuckets(histogram).size());
}

QString histogramDetails(const FloatHistogram &histogram)
{
    const std::vector<HistogramBucket> buckets = ascendingBuckets(histogram);
    QStringList lines{QCoreApplication::translate("metrics", "count %1").arg(number(histogram.count)),
                      QCoreApplication::translate("metrics", "sum %1").arg(number(histogram.sum))};
    if (histogram.count > 0)
        lines << QCoreApplication::translate("metrics", "mean %1")
                     .arg(shortNumber(histogram.sum / histogram.count));
    const std::vector<HistogramBucket> listed = fullest(buckets);
    lines << QString();
    for (const HistogramBucket &bucket : listed)
        lines << bucketLine(bucket, histogram.count);
    if (listed.size() < buckets.size())
        lines << QCoreApplication::translate("metrics", "and %n emptier one(s)", nullptr,
                                             static_cast<int>(buckets.size() - listed.size()));
    return lines.join(u'\n');
}

} // namespace sightglass
