// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/transformation.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace sightglass {

/// The transformations of a panel in their order: added from the list of all that are known, switched off and
/// on, moved, removed; their options as JSON, with what is not understood said below.
class TransformationsEdit : public QWidget
{
    Q_OBJECT

public:
    explicit TransformationsEdit(QWidget *parent = nullptr);

    /// changed() is not emitted.
    void setTransformations(const std::vector<TransformationSpec> &transformations);

    /// "Group by" of "groupBy".
    [[nodiscard]] static QString nameOf(std::string_view id);

signals:
    void changed(const std::vector<sightglass::TransformationSpec> &transformations, bool goesOn);

private:
    void build();
    void addRow(std::size_t at);
    void tell(bool goesOn);

    std::vector<TransformationSpec> m_specs;
    QVBoxLayout *m_rows;
};

} // namespace sightglass
