// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/edittext.h"

#include "model/presentation/displaytext.h"

#include <QCoreApplication>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::EditText)
};

QString templateOf(EditKind kind)
{
    switch (kind) {
    case EditKind::AddPanel:
        return Texts::tr("Add %1");
    case EditKind::RemovePanel:
    case EditKind::RemoveRow:
        return Texts::tr("Remove %1");
    case EditKind::DuplicatePanel:
        return Texts::tr("Duplicate %1");
    case EditKind::MovePanel:
    case EditKind::MoveRow:
        return Texts::tr("Move %1");
    case EditKind::ResizePanel:
        return Texts::tr("Resize %1");
    case EditKind::PastePanel:
        return Texts::tr("Paste %1");
    case EditKind::ChangePanel:
        return Texts::tr("Change %1");
    case EditKind::AddRow:
        return Texts::tr("Add row %1");
    case EditKind::RenameRow:
        return Texts::tr("Rename row to %1");
    case EditKind::FoldRow:
        return Texts::tr("Fold row %1");
    case EditKind::UnfoldRow:
        return Texts::tr("Unfold row %1");
    case EditKind::ChangeSettings:
        return Texts::tr("Change the dashboard's settings");
    case EditKind::TakeFromDisk:
        return Texts::tr("Take what is on disk");
    }
    return {};
}

} // namespace

QString editText(const EditName &name)
{
    constexpr qsizetype longest = 40;
    const QString subject = displayText(std::string_view(name.subject), longest);
    const QString quoted = subject.isEmpty() ? Texts::tr("untitled panel") : Texts::tr("“%1”").arg(subject);
    const QString text = templateOf(name.kind);
    return text.contains(QLatin1String("%1")) ? text.arg(quoted) : text;
}

} // namespace sightglass
