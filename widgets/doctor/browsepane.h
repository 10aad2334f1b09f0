// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pagefamilymodel.h"
#include "model/presentation/pagesamplemodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QTableView;

namespace sightglass {

/// A page's families, and the samples of the one that is chosen; both can be filtered.
class BrowsePane : public QWidget
{
    Q_OBJECT

public:
    explicit BrowsePane(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The chosen family stays so, by name; at first it is the first one.
    void setExamination(const std::shared_ptr<const PageExamination> &examination);
    [[nodiscard]] QTableView *families() const noexcept { return m_families; }
    [[nodiscard]] QTableView *samples() const noexcept { return m_samples; }
    [[nodiscard]] bool isInUse() const;

signals:
    /// The user wants to see where this is on the page.
    void placeRequested(sightglass::SourceSpan place);
    void useChanged();

private:
    QWidget *withFilter(QLineEdit *filter, QLabel *count, QTableView *table);
    void showFamily();
    void keepFamily();
    void copySelected() const;
    void updateCounts();

    std::shared_ptr<const PageExamination> m_examination;
    PageFamilyModel *m_familyModel;
    PageSampleModel *m_sampleModel;
    QLineEdit *m_familyFilter;
    QLineEdit *m_sampleFilter;
    QLabel *m_familyCount;
    QLabel *m_sampleCount;
    QTableView *m_families;
    QTableView *m_samples;
    std::string m_chosen; ///< the family's name
};

} // namespace sightglass
