// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/exposedfamily.h"
#include "parser/exposition/expositionformat.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sightglass::test {

/// Makes metric families of all types out of choices, be they random numbers or the bytes of a fuzzer.
class FamilyGenerator
{
public:
    /// Any number; 0 makes the plainest choice.
    using Choices = std::function<std::uint64_t()>;

    explicit FamilyGenerator(Choices choices)
        : m_choices(std::move(choices))
    {}

    [[nodiscard]] std::vector<ExposedFamily> families();

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return m_choices() % bound; }
    [[nodiscard]] double number();
    [[nodiscard]] std::string text();
    [[nodiscard]] std::vector<Label> labels(std::size_t number);
    [[nodiscard]] std::optional<std::int64_t> time();
    [[nodiscard]] ExposedExemplar exemplar();
    [[nodiscard]] ExposedFamily family(std::size_t number);
    [[nodiscard]] ExposedMetric metric(MetricType type, std::size_t number);
    [[nodiscard]] ExposedHistogram histogram();
    [[nodiscard]] ExposedNativeBuckets nativeBuckets(double &count);
    [[nodiscard]] ExposedSide side(double &count, bool isFloat);

    Choices m_choices;
};

/// What a reader of this format must find in the families that writeExposition() wrote, one line per metadata
/// entry and sample, sorted. Said independently of the writer.
[[nodiscard]] std::vector<std::string> expectedEntries(ExpositionFormat format,
                                                       std::span<const ExposedFamily> families);

/// What the parser finds, said the same way; the last line is the error, if there was one.
[[nodiscard]] std::vector<std::string> readEntries(ExpositionFormat format, const std::string &body);

} // namespace sightglass::test
