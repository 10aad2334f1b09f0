// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace sightglass {

namespace {

struct HistogramOptions
{
    std::string bucketSize; ///< numbers, or variables that hold them; empty: by the values
    std::string bucketOffset;
    std::string bucketCount;
    bool combine = false;
};

constexpr double defaultBucketCount = 30;

double numberOr(const TransformContext &context, const std::string &option, double fallback)
{
    const double number = option.empty() ? fallback : numberOf(context.text(option));
    return std::isfinite(number) ? number : fallback;
}

/// All finite numbers of a field.
std::vector<double> numbersOf(const Field &field)
{
    std::vector<double> numbers;
    for (const FieldValue &value : field.values) {
        const double number = numberOrNaN(value);
        if (std::isfinite(number))
            numbers.push_back(number);
    }
    return numbers;
}

/// The smallest of 1, 2, 2.5, 4 and 5 times a power of ten (1e-9 to 5e9, no 2.5) that is larger than the
/// target and at least the smallest distance of two values.
double niceBucketSize(std::vector<double> values, double count)
{
    if (values.empty())
        return 1;
    std::sort(values.begin(), values.end());
    double smallest = values.size() == 1 ? 1 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (values[i] != values[i - 1])
            smallest = std::min(smallest, values[i] - values[i - 1]);
    }
    if (std::isinf(smallest))
        smallest = 1; // all the same
    const double target = (values.back() - values.front()) / count;
    for (int exponent = -9; exponent <= 9; ++exponent) {
        for (const double factor : {1.0, 2.0, 2.5, 4.0, 5.0}) {
            const double size =
                exponent < 0 ? factor / std::pow(10, -exponent) : factor * std::pow(10, exponent);
            const bool listed = exponent != 0 || factor != 2.5;
            if (listed && target < size && size >= smallest)
                return size;
        }
    }
    return std::max(target, smallest);
}

int decimalsOf(double size)
{
    const std::string text = templateText(size);
    const std::size_t point = text.find('.');
    const std::size_t end = text.find('e');
    return point == std::string::npos ? 0 : static_cast<int>(std::min(end, text.size()) - point - 1);
}

/// Counts by bucket of every field.
class HistogramBuilder
{
public:
    HistogramBuilder(double size, double offset)
        : m_size(size)
        , m_offset(offset)
    {}

    void add(const Field &field)
    {
        const std::size_t series = m_series++;
        for (const double value : numbersOf(field)) {
            const double low = std::floor((value - m_offset) / m_size) * m_size + m_offset;
            m_counts[low][series] += 1;
        }
    }

    [[nodiscard]] std::size_t buckets() const noexcept { return m_counts.size(); }

    void write(std::vector<FieldValue> &low, std::vector<FieldValue> &high) const
    {
        for (const auto &[bucket, counts] : m_counts) {
            low.emplace_back(bucket);
            high.emplace_back(bucket + m_size);
        }
    }

    [[nodiscard]] std::vector<FieldValue> countsOf(std::size_t series) const
    {
        std::vector<FieldValue> result;
        for (const auto &[bucket, counts] : m_counts) {
            const auto found = counts.find(series);
            result.emplace_back(found == counts.end() ? 0.0 : found->second);
        }
        return result;
    }

    [[nodiscard]] std::vector<FieldValue> allCounts() const
    {
        std::vector<FieldValue> result;
        for (const auto &[bucket, counts] : m_counts) {
            double sum = 0;
            for (const auto &[series, count] : counts)
                sum += count;
            result.emplace_back(sum);
        }
        return result;
    }

private:
    double m_size;
    double m_offset;
    std::size_t m_series = 0;
    std::map<double, std::map<std::size_t, double>> m_counts; ///< by bucket and series
};

std::vector<const Field *> numberFields(const std::vector<Frame> &frames)
{
    std::vector<const Field *> fields;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (field.type == FieldType::Number)
                fields.push_back(&field);
        }
    }
    return fields;
}

/// A count is in no unit but "short", whatever its series was in.
Field countField(const Field &field, std::vector<FieldValue> counts)
{
    Field result = emptied(field);
    if (result.config.unit != "short")
        result.config.unit.reset();
    result.values = std::move(counts);
    return result;
}

std::vector<Frame> histogram(std::vector<Frame> frames, const HistogramOptions &options,
                             TransformContext &context)
{
    if (frames.empty())
        return frames;
    std::vector<const Field *> fields = numberFields(frames);
    if (fields.empty())
        return {};
    fields.resize(std::min(fields.size(), context.columnsWithin(fields.size() + 2)));
    double size = numberOr(context, options.bucketSize, 0);
    if (!(size > 0)) {
        std::vector<double> all;
        for (const Field *field : fields) {
            const std::vector<double> numbers = numbersOf(*field);
            all.insert(all.end(), numbers.begin(), numbers.end());
        }
        const double count = numberOr(context, options.bucketCount, defaultBucketCount);
        size = niceBucketSize(std::move(all), count > 0 ? count : defaultBucketCount);
    }
    HistogramBuilder builder(size, numberOr(context, options.bucketOffset, 0));
    for (const Field *field : fields)
        builder.add(*field);
    const std::size_t columns = options.combine ? 3 : fields.size() + 2;
    if (context.rowsWithin(builder.buckets(), columns) < builder.buckets())
        return frames;
    const auto united = std::find_if(fields.begin(), fields.end(),
                                     [](const Field *field) { return field->config.unit.has_value(); });
    Frame result;
    result.fields.push_back(makeField("xMin", FieldType::Number));
    if (united != fields.end())
        result.fields.front().config = (*united)->config;
    if (const int decimals = decimalsOf(size); decimals > 0)
        result.fields.front().config.decimals = decimals;
    result.fields.push_back(result.fields.front());
    result.fields.back().name = "xMax";
    builder.write(result.fields[0].values, result.fields[1].values);
    for (std::size_t i = 0; i < fields.size() && !options.combine; ++i)
        result.fields.push_back(countField(*fields[i], builder.countsOf(i)));
    if (options.combine) {
        Field counts = columnLike(*fields.front(), "count");
        result.fields.push_back(countField(counts, builder.allCounts()));
    }
    std::vector<Frame> answer;
    answer.push_back(std::move(result));
    return answer;
}

} // namespace

TransformationPtr makeHistogram(OptionReader &options)
{
    HistogramOptions building;
    building.bucketSize = options.text("bucketSize");
    building.bucketOffset = options.text("bucketOffset");
    building.bucketCount = options.text("bucketCount");
    building.combine = options.flag("combine");
    options.ignore({"fields"});
    return makeTransformation(std::move(building), histogram);
}

} // namespace sightglass
