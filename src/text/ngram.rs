//! Character n-grams as numbers: they survive typos, which words do not.

/// The widest n-gram that packs into a key exactly.
const PACKED: usize = 3;

/// Bits of a Unicode scalar value.
const SCALAR_BITS: u32 = 21;

/// Every run of `n` characters as a key, in order. For `n` up to 3 the key is exact, beyond that a hash.
pub fn ngrams(characters: &[char], n: usize) -> impl Iterator<Item = u64> + '_ {
    characters.windows(n.max(1)).map(move |window| {
        if n <= PACKED {
            window.iter().fold(0, |key, &c| (key << SCALAR_BITS) | u64::from(c))
        } else {
            hash(window.iter().copied())
        }
    })
}

/// FNV-1a over characters, 64 bits: the same on every machine and in every run.
pub fn hash(characters: impl IntoIterator<Item = char>) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    characters.into_iter().fold(OFFSET, |hash, c| {
        u32::from(c).to_le_bytes().iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_ngrams_apart() {
        let characters: Vec<char> = "กขคก ab".chars().collect();
        for n in 1..=4 {
            let keys: Vec<u64> = ngrams(&characters, n).collect();
            assert_eq!(keys.len(), characters.len() + 1 - n);
        }
        assert_ne!(hash("กา".chars()), hash("าก".chars()));
        assert_eq!(ngrams(&['a'], 2).count(), 0);
    }
}
