// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldcodec.h"
#include "widgets/editing/fieldeditor.h"

#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace sightglass {

/// The columns that a transformation is given, as rows: whether they stay, in which order, and what they are
/// called from then on. Those that the options name and the data have not are there too. The value is all
/// options of the transformation; what is not of columns stays.
class ColumnsEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit ColumnsEdit(const OptionField &field, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setChoices(const FieldChoices &choices) override;
    [[nodiscard]] bool isWide() const override { return true; }

    /// As they come out.
    [[nodiscard]] const QStringList &columns() const noexcept { return m_columns; }

private:
    void build();
    void addRow(qsizetype at);
    [[nodiscard]] QStringList sortedColumns() const;
    void move(qsizetype from, qsizetype to);
    [[nodiscard]] const grafana::OrderedJson *member(const char *object, const QString &name) const;
    /// Null takes it away.
    void setMember(const char *object, const QString &name, grafana::OrderedJson value, bool goesOn);
    void tell(bool goesOn);

    bool m_hides;
    bool m_orders;
    bool m_renames;
    grafana::OrderedJson m_options = grafana::OrderedJson::object(); ///< in the order of the file
    QStringList m_given;
    QStringList m_columns;
    QVBoxLayout *m_rows;
    QLabel *m_nothing;
};

} // namespace sightglass
