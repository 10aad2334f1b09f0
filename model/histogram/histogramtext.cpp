// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramtext.h"

#include "model/core/goformat.h"
#include "model/histogram/histogrambuckets.h"

namespace sightglass {

namespace {

void write(std::string &text, const HistogramBucket &bucket)
{
    if (bucket.count == 0)
        return;
    text += bucket.lowerInclusive ? ", [" : ", (";
    text += goShortest(bucket.lower) + ',' + goShortest(bucket.upper);
    text += bucket.upperInclusive ? "]:" : "):";
    text += goShortest(bucket.count);
}

} // namespace

std::string toText(const FloatHistogram &histogram)
{
    std::string text = "{count:" + goShortest(histogram.count) + ", sum:" + goShortest(histogram.sum);
    for (std::size_t at = histogram.negative.size(); at-- > 0;)
        write(text, negativeBucket(histogram, at));
    write(text, zeroBucket(histogram));
    for (std::size_t at = 0; at < histogram.positive.size(); ++at)
        write(text, positiveBucket(histogram, at));
    return text + '}';
}

} // namespace sightglass
