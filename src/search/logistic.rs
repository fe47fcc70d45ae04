//! The logistic model that the confidences are made of.

/// The logistic model's probability.
pub fn logistic<const N: usize>(features: &[f32; N], model: &[(&str, f32); N]) -> f32 {
    let sum: f32 = features.iter().zip(model).map(|(feature, (_, weight))| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
