// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/exemplarring.h"

#include "parser/exposition/exemplarlimit.h"

#include <bit>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

std::size_t bytesOf(const Exemplar &exemplar) noexcept
{
    return sizeof(StoredExemplar) + exemplar.labels.bytes();
}

bool isTooLong(const Labels &labels) noexcept
{
    std::size_t length = 0;
    for (const LabelView label : labels)
        length += codePoints(label.name) + codePoints(label.value);
    return length > longestExemplarLabels;
}

bool sameValue(double a, double b) noexcept
{
    return a == b || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace

bool sameExemplar(const Exemplar &a, const Exemplar &b) noexcept
{
    return sameValue(a.value, b.value) && (a.t == b.t || !(a.hasTime || b.hasTime)) && a.labels == b.labels;
}

bool comesBefore(const Exemplar &a, const Exemplar &b) noexcept
{
    if (a.t != b.t)
        return a.t < b.t;
    if (std::isnan(a.value) != std::isnan(b.value))
        return std::isnan(a.value);
    if (a.value < b.value || b.value < a.value)
        return a.value < b.value;
    return sameValue(a.value, b.value) && a.labels < b.labels;
}

ExemplarRing::Number ExemplarRing::numberOf(const Labels &series) const
{
    return m_numbers.find(series.hash(), [&](Number number) { return m_series[number].labels == series; });
}

ExemplarVerdict ExemplarRing::check(const Labels &series, const Exemplar &exemplar) const
{
    return checkFor(numberOf(series), exemplar);
}

ExemplarVerdict ExemplarRing::checkFor(Number number, const Exemplar &exemplar) const
{
    if (m_limits.count == 0)
        return ExemplarVerdict::NotKept;
    if (isTooLong(exemplar.labels))
        return ExemplarVerdict::TooLong;
    if (number == HashIndex::none)
        return ExemplarVerdict::Taken;
    const Exemplar &newest = m_series[number].newest;
    if (sameExemplar(exemplar, newest))
        return ExemplarVerdict::Duplicate;
    return comesBefore(exemplar, newest) ? ExemplarVerdict::OutOfOrder : ExemplarVerdict::Taken;
}

ExemplarVerdict ExemplarRing::add(const Labels &series, Exemplar exemplar)
{
    Number number = numberOf(series);
    const ExemplarVerdict verdict = checkFor(number, exemplar);
    if (verdict != ExemplarVerdict::Taken)
        return verdict;
    if (number == HashIndex::none)
        number = makeSeries(series);
    append(number, std::move(exemplar));
    dropToLimits();
    return verdict;
}

ExemplarRing::Number ExemplarRing::makeSeries(const Labels &labels)
{
    auto number = static_cast<Number>(m_series.size());
    if (m_freeNumbers.empty()) {
        m_series.emplace_back();
    } else {
        number = m_freeNumbers.back();
        m_freeNumbers.pop_back();
    }
    m_series[number].labels = labels;
    m_numbers.insert(labels.hash(), number);
    m_bytes += sizeof(Series) + labels.bytes();
    return number;
}

void ExemplarRing::append(Number number, Exemplar exemplar)
{
    if (m_end == m_chunks.size() * ExemplarChunk::size)
        m_chunks.push_back(std::make_shared<ExemplarChunk>());
    Series &series = m_series[number];
    m_bytes += bytesOf(exemplar);
    series.newest = exemplar;
    ++series.count;
    // Beyond the end of every view that was handed out: nobody reads there.
    m_chunks.back()->items[m_end % ExemplarChunk::size] = {std::move(exemplar), number, series.labels};
    ++m_end;
    m_changed = true;
}

void ExemplarRing::dropOldest()
{
    const StoredExemplar &oldest = m_chunks.front()->items[m_first];
    m_bytes -= bytesOf(oldest.exemplar);
    Series &series = m_series[oldest.number];
    if (--series.count == 0) {
        m_numbers.erase(series.labels.hash(), oldest.number);
        m_bytes -= sizeof(Series) + series.labels.bytes();
        series = Series{};
        m_freeNumbers.push_back(oldest.number);
    }
    if (++m_first == ExemplarChunk::size) {
        m_chunks.pop_front();
        m_first = 0;
        m_end -= ExemplarChunk::size;
    }
    m_changed = true;
}

void ExemplarRing::dropToLimits()
{
    while (size() > m_limits.count || (size() > 0 && m_bytes > m_limits.bytes))
        dropOldest();
}

void ExemplarRing::dropBefore(TimestampMs cutoff)
{
    while (size() > 0 && m_chunks.front()->items[m_first].exemplar.t < cutoff)
        dropOldest();
}

void ExemplarRing::setLimits(Limits limits)
{
    m_limits = limits;
    dropToLimits();
}

std::shared_ptr<const ExemplarView> ExemplarRing::publish()
{
    if (!m_changed)
        return m_published;
    m_changed = false;
    m_published = nullptr;
    if (size() > 0) {
        ExemplarView::Contents contents;
        contents.chunks.assign(m_chunks.begin(), m_chunks.end());
        contents.first = m_first;
        contents.end = m_end;
        contents.seriesNumbers = m_series.size();
        m_published = std::make_shared<const ExemplarView>(std::move(contents));
    }
    return m_published;
}

} // namespace sightglass
