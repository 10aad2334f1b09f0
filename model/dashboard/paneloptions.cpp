// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/paneloptions.h"

#include <array>
#include <utility>

namespace sightglass {

namespace {

template<std::size_t... Index>
PanelOptions standardOf(std::size_t type, std::index_sequence<Index...>)
{
    constexpr std::array makers = {+[] { return PanelOptions(std::in_place_index<Index>); }...};
    return makers[type]();
}

template<typename Options>
auto *findLegend(Options &options) noexcept
{
    using Legend = std::conditional_t<std::is_const_v<Options>, const LegendOptions, LegendOptions>;
    return std::visit(
        [](auto &one) -> Legend * {
            if constexpr (requires {
                              {
                                  one.legend
                                  } -> std::same_as<Legend &>;
                          })
                return &one.legend;
            else
                return nullptr;
        },
        options);
}

template<typename Options>
auto *findReduce(Options &options) noexcept
{
    using Reduce = std::conditional_t<std::is_const_v<Options>, const ReduceOptions, ReduceOptions>;
    return std::visit(
        [](auto &one) -> Reduce * {
            if constexpr (requires { one.reduce; })
                return &one.reduce;
            else
                return nullptr;
        },
        options);
}

} // namespace

PanelOptions standardOptions(PanelType type)
{
    return standardOf(static_cast<std::size_t>(type),
                      std::make_index_sequence<std::variant_size_v<PanelOptions>>());
}

const LegendOptions *legendOf(const PanelOptions &options) noexcept
{
    return findLegend(options);
}

LegendOptions *legendOf(PanelOptions &options) noexcept
{
    return findLegend(options);
}

const ReduceOptions *reduceOf(const PanelOptions &options) noexcept
{
    return findReduce(options);
}

ReduceOptions *reduceOf(PanelOptions &options) noexcept
{
    return findReduce(options);
}

} // namespace sightglass
