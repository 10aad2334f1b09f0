// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruletestseries.h"

#include <utility>

namespace sightglass {

namespace {

using promqltest::SeriesItem;

Error misread(std::string text, SourcePosition position = {})
{
    return Error{ErrorCode::ConfigSyntax, {std::move(text)}, {}, position};
}

Status append(const SeriesItem &item, SeriesId id, TimestampMs t, Head &head)
{
    switch (item.kind) {
    case SeriesItem::Kind::Missing:
        return Done{};
    case SeriesItem::Kind::Value:
        return head.append(id, t, item.value);
    case SeriesItem::Kind::Histogram:
        break;
    }
    return head.append(id, t, item.histogram);
}

} // namespace

Status RuleTestInput::read(const RuleTest &test)
{
    m_start = test.startTimestampMs.value;
    m_stepMs = test.intervalMs.value;
    for (const RuleTestSeries &series : test.inputSeries) {
        auto description =
            promqltest::parseSeriesDescription(series.series.value + ' ' + series.values.value);
        if (!description) {
            const bool isOfLabels = !promqltest::parseSeriesDescription(series.series.value + " 0");
            return misread(plainText(description.error()),
                           isOfLabels ? series.series.position : series.values.position);
        }
        const Labels labels = description->labels;
        m_series[labels] = {std::move(description).value(), 0};
    }
    return Done{};
}

Status RuleTestInput::loadUntil(TimestampMs t, Head &head)
{
    for (auto &[labels, series] : m_series) {
        const auto &items = series.description.items;
        const auto timeOf = [this](std::size_t i) {
            return m_start + static_cast<TimestampMs>(i) * m_stepMs;
        };
        if (series.next >= items.size() || timeOf(series.next) > t)
            continue;
        const SeriesId id = head.seriesFor(labels);
        for (; series.next < items.size() && timeOf(series.next) <= t; ++series.next) {
            if (Status taken = append(items[series.next], id, timeOf(series.next), head); !taken) {
                head.rollback();
                return taken;
            }
        }
    }
    head.commit();
    return Done{};
}

Result<TestedSample> readExpectedSample(const ExpectedSample &expected)
{
    // What is written may be no series at all: a single value behind it makes one of it.
    const bool blank = expected.labels.value.find_first_not_of(" \t\n") == std::string::npos;
    const auto series = promqltest::parseSeriesDescription((blank ? "{}" : expected.labels.value) + " 0");
    if (!series)
        return misread(plainText(series.error()));
    TestedSample sample{textPairs(series->labels), expected.value.value, {}};
    if (expected.histogram.value.empty())
        return sample;
    const auto items = promqltest::parseSeriesItems(expected.histogram.value);
    if (!items)
        return misread(plainText(items.error()));
    if (items->size() != 1)
        return misread("expected 1 value, got " + std::to_string(items->size()));
    if (items->front().kind != SeriesItem::Kind::Histogram)
        return misread("expected histogram, got " + expected.histogram.value);
    sample.histogram = histogramTestText(*items->front().histogram);
    return sample;
}

} // namespace sightglass
