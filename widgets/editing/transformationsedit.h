// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/transformationfields.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace sightglass {

class FieldEditor;
class OptionForm;

/// The transformations of a panel in their order: added from the list of those that are known, switched off
/// and on, moved, removed. Each has its options as a form, whose names come from what is given to it; what
/// has no form, and what somebody wants to see as it is written, is JSON. What is not understood is said.
class TransformationsEdit : public QWidget
{
    Q_OBJECT

public:
    explicit TransformationsEdit(const Theme &theme, QWidget *parent = nullptr);

    /// changed() is not emitted.
    void setTransformations(const std::vector<TransformationSpec> &transformations);
    void setTheme(const Theme &theme);
    /// What each of them is given; see stepInputs().
    void setInputs(const std::vector<StepInput> &inputs);

    [[nodiscard]] int count() const noexcept { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] OptionForm *form(int at) const { return m_rows.at(static_cast<std::size_t>(at)).form; }
    void add(std::string_view id);

signals:
    void changed(const std::vector<sightglass::TransformationSpec> &transformations, bool goesOn);

private:
    struct Row
    {
        OptionForm *form = nullptr;
        FieldEditor *json = nullptr; ///< the options as they are written
        QLabel *problem = nullptr;
        QComboBox *filter = nullptr; ///< of which queries
    };

    void build();
    void addRow(std::size_t at);
    void buildHead(std::size_t at, QWidget *line, Row &row);
    void showRow(std::size_t at);
    void showFilter(std::size_t at);
    void tell(bool goesOn);

    Theme m_theme;
    std::vector<TransformationSpec> m_specs;
    std::vector<StepInput> m_inputs;
    std::vector<Row> m_rows;
    QVBoxLayout *m_lines;
};

} // namespace sightglass
