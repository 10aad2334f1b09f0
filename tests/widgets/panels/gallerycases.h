// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelframe.h"

#include <QString>

#include <memory>
#include <span>

namespace sightglass::test {

/// A panel type as the gallery calls it.
struct GalleryType
{
    const char *id; ///< "timeseries", as file names and options have it
    PanelType type;
};
[[nodiscard]] std::span<const GalleryType> galleryTypes();

/// What a panel is shown with.
enum class GalleryCase
{
    Usual,
    NoData,
    OnePoint,
    NotANumber,
    Infinite,
    Huge,
    Tiny,
    Negative,
    ThousandSeries,
    MillionPoints,
    Gap,
    Level, ///< values that differ in their last digits
    RightToLeft,
    LongLabels,
    Html
};
struct NamedCase
{
    const char *id;
    GalleryCase what;
};
[[nodiscard]] std::span<const NamedCase> galleryCases();

[[nodiscard]] PanelSpec gallerySpec(PanelType type, GalleryCase what);
/// What its queries would have answered, with frames where the panel reads such. The same at every call.
[[nodiscard]] PanelDataPtr galleryData(const PanelSpec &spec, GalleryCase what);
/// The panel with its data, rules and dashboards, in UTC.
[[nodiscard]] std::unique_ptr<PanelFrame> galleryPanel(PanelType type, GalleryCase what, const Theme &theme);

} // namespace sightglass::test
