// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autotexts.h"

namespace sightglass {

std::string_view autoTextTemplate(AutoText text) noexcept
{
    switch (text) {
    case AutoText::AtAGlance:
        return "At a glance";
    case AutoText::Other:
        return "Other";
    case AutoText::ProcessAndRuntime:
        return "Process and runtime";
    case AutoText::MoreMetrics:
        return "More metrics";
    case AutoText::UnchangedSoFar:
        return "Unchanged so far";
    case AutoText::BeganToChange:
        return "Began to change";
    case AutoText::About:
        return "About";
    case AutoText::EverythingElse:
        return "Everything else";
    case AutoText::Errors:
        return "Errors";
    case AutoText::Uptime:
        return "Uptime";
    case AutoText::Memory:
        return "Memory";
    case AutoText::Cpu:
        return "CPU";
    case AutoText::Trouble:
        return "Errors, drops and failures";
    case AutoText::Sizes:
        return "Sizes";
    case AutoText::SmallerSizes:
        return "Smaller sizes";
    case AutoText::Durations:
        return "Durations";
    case AutoText::SmallerDurations:
        return "Smaller durations";
    case AutoText::Bytes:
        return "Bytes";
    case AutoText::SmallerBytes:
        return "Smaller bytes";
    case AutoText::Packets:
        return "Packets";
    case AutoText::SmallerPackets:
        return "Smaller packets";
    case AutoText::SharesOfTime:
        return "Share of time";
    case AutoText::SmallerSharesOfTime:
        return "Smaller share of time";
    case AutoText::Rates:
        return "Rates";
    case AutoText::SmallerRates:
        return "Smaller rates";
    case AutoText::Values:
        return "Values";
    case AutoText::SmallerValues:
        return "Smaller values";
    case AutoText::SomeOfMany:
        return "%1 (%2 of %3)";
    case AutoText::ClockBehindOurs:
        return "Clock behind ours";
    case AutoText::Since:
        return "Since %1";
    case AutoText::Mean:
        return "%1 (mean)";
    case AutoText::None:
        return "none";
    }
    return {};
}

AutoTexts::AutoTexts()
    : AutoTexts([](std::string_view text) { return std::string(text); })
{}

AutoTexts::AutoTexts(const std::function<std::string(std::string_view)> &translate)
{
    for (std::size_t i = 0; i < autoTextCount; ++i)
        m_texts[i] = translate(autoTextTemplate(static_cast<AutoText>(i)));
}

const std::string &AutoTexts::operator[](AutoText text) const noexcept
{
    return m_texts[static_cast<std::size_t>(text)];
}

std::string AutoTexts::filled(AutoText text, std::initializer_list<std::string_view> arguments) const
{
    const std::string_view pattern = (*this)[text];
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::size_t place =
            pattern[i] == '%' && i + 1 < pattern.size()
                ? static_cast<std::size_t>(static_cast<unsigned char>(pattern[i + 1]) - '1')
                : arguments.size();
        if (place < arguments.size()) {
            result += arguments.begin()[place];
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

} // namespace sightglass
