// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/editingcontext.h"
#include "widgets/editing/fieldeditor.h"

namespace sightglass {

class FindingList;
class PromqlEditor;

/// A query as the value of a field, typed as the queries of panels are: colours, completion, and below it
/// what is wrong and how to mend it.
class QueryFieldEdit : public FieldEditor
{
    Q_OBJECT

public:
    /// `hint` stands where nothing is typed yet.
    QueryFieldEdit(const EditingContext &context, const QString &hint, const Theme &theme,
                   QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setTheme(const Theme &theme) override;
    [[nodiscard]] bool isWide() const override { return true; }
    [[nodiscard]] bool tellsProblems() const override { return true; }

    [[nodiscard]] PromqlEditor *editor() const noexcept { return m_editor; }
    [[nodiscard]] FindingList *findings() const noexcept { return m_findings; }

private:
    PromqlEditor *m_editor;
    FindingList *m_findings;
    bool m_quiet = false; ///< what changes is not the user's doing
};

} // namespace sightglass
