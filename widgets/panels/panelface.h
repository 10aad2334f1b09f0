// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace sightglass {

/// What there is to show an answer with.
enum class PanelBody : std::uint8_t
{
    None,        ///< the type is not drawn here
    WithoutData, ///< a view that waits for no answer
    View,
    Table ///< of a chart's data, in the view's place
};

/// What a panel says instead of its view or above it. Texts are plain and displayable.
struct PanelWords
{
    enum class Kind : std::uint8_t
    {
        None,
        Waiting, ///< `text` is all
        Reason,  ///< `text`, because of `why`; `expression` is what is probably meant, may be empty
        Error    ///< `text`, in `expression`
    };
    Kind kind = Kind::None;
    QString text = {};
    QString why = {};
    QString expression = {};
    bool besideView = false; ///< of an error: the rest has something to show

    friend bool operator==(const PanelWords &, const PanelWords &) = default;
};

/// Whether a panel shows its view, what it says, and what is to be known of its answer.
struct PanelFace
{
    bool viewShown = false;
    PanelWords words;
    QStringList notices = {}; ///< see panelNotices()
    QStringList remarks = {}; ///< see panelRemarks()

    friend bool operator==(const PanelFace &, const PanelFace &) = default;
};

/// Of an answer; null: nothing was asked yet. What the author has to say of nothing comes before reasons for
/// it, and an error stands beside what was answered all the same. `zone`: that remarks tell times in.
[[nodiscard]] PanelFace panelFace(const PanelSpec &spec, const PanelData *answer, PanelBody body,
                                  const ZoneRule &zone = machineZone());

/// Whether there is something to draw or to copy.
[[nodiscard]] bool hasAnswer(const PanelData &data);

/// The title, and which other time than the dashboard's the panel shows: one that is absolute holds for all.
/// Displayable.
[[nodiscard]] QString panelHeading(const PanelSpec &spec, bool absolute);

} // namespace sightglass
