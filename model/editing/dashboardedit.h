// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <cstdint>
#include <string>

namespace sightglass {

enum class EditKind : std::uint8_t
{
    AddPanel,
    RemovePanel,
    DuplicatePanel,
    MovePanel,
    ResizePanel,
    PastePanel,
    ChangePanel,
    AddRow,
    RenameRow,
    MoveRow,
    FoldRow,
    UnfoldRow,
    RemoveRow,
    ChangeSettings,
    TakeFromDisk ///< the file was changed by somebody else
};

/// What "Undo" says it undoes.
struct EditName
{
    EditKind kind = EditKind::ChangePanel;
    std::string subject; ///< the panel's or row's title as it was written, of one of several; may be empty

    friend bool operator==(const EditName &, const EditName &) = default;
};

/// One step of editing: the whole dashboard as it is after it.
struct DashboardEdit
{
    DashboardSpec spec;
    EditName name;
    std::string panel;   ///< id of the panel to be selected after it; empty: none
    std::string gesture; ///< successive steps of the same gesture are undone at once; empty: by itself
};

} // namespace sightglass
