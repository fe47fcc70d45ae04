//! A small hash table for the terms of one question, which are looked for at every letter of many texts, and a sieve before it.

/// A small hash table from keys to slots, made for many lookups that find nothing.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Keys with their slots; a power of two, at least three times as many as there are keys.
    cells: Vec<(u32, u16)>,
    /// How far a hash is shifted to number a cell.
    shift: u32,
}

impl Table {
    /// No n-gram has this key, and words that have it are not found.
    const FREE: u32 = u32::MAX;

    /// A table for so many keys.
    pub(crate) fn for_keys(keys: usize) -> Self {
        let cells = (3 * keys).next_power_of_two().max(2);
        Self { cells: vec![(Self::FREE, 0); cells], shift: u32::BITS - cells.trailing_zeros() }
    }

    /// The cell that a key belongs to; where that is taken, it stands in one of the next.
    fn home(&self, key: u32) -> usize {
        (spread(key) >> self.shift) as usize
    }

    /// The cell after this one. Two thirds of the cells are free, so that every walk ends soon.
    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.cells.len() - 1)
    }

    /// The slot of the key, which is the given one when the key is new.
    pub(crate) fn slot(&mut self, key: u32, new: usize) -> usize {
        let mut at = self.home(key);
        while let Some(cell) = self.cells.get_mut(at) {
            if cell.0 == key {
                return usize::from(cell.1);
            }
            if cell.0 == Self::FREE {
                *cell = (key, u16::try_from(new).unwrap_or(u16::MAX));
                break;
            }
            at = self.next(at);
        }
        new
    }

    /// The slot of a key that was put in.
    pub(crate) fn find(&self, key: u32) -> Option<u16> {
        let mut at = self.home(key);
        while let Some(&(known, slot)) = self.cells.get(at) {
            if known == key {
                return Some(slot);
            }
            if known == Self::FREE {
                return None;
            }
            at = self.next(at);
        }
        None
    }
}

/// Fibonacci hashing: times the golden ratio in 32 bits. The upper bits tell keys apart.
fn spread(key: u32) -> u32 {
    key.wrapping_mul(0x9E37_79B9)
}

/// One bit for each of 32,768 kinds of keys: says of nearly every key that was not added that it was not.
#[derive(Debug)]
pub(crate) struct Sieve([u64; SIEVE_WORDS]);

const SIEVE_WORDS: usize = 512;

impl Default for Sieve {
    fn default() -> Self {
        Self([0; SIEVE_WORDS])
    }
}

impl Sieve {
    /// Adds a key.
    pub(crate) fn add(&mut self, key: u32) {
        let (word, bit) = Self::place(key);
        self.0[word] |= bit;
    }

    /// Whether the key may have been added.
    pub(crate) fn may_hold(&self, key: u32) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] & bit != 0
    }

    fn place(key: u32) -> (usize, u64) {
        let kind = spread(key) >> (u32::BITS - (SIEVE_WORDS * 64).trailing_zeros());
        (kind as usize / 64 % SIEVE_WORDS, 1 << (kind % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sieves_keep_what_was_added_and_little_else() {
        let mut sieve = Sieve::default();
        let keys = || (0..100_u32).map(|number| number * number * 31);
        keys().for_each(|key| sieve.add(key));
        assert!(keys().all(|key| sieve.may_hold(key)));
        let others = (0..100_u32).map(|number| 1_000_000 + number * number * 37);
        assert!(others.filter(|key| sieve.may_hold(*key)).count() < 5);
    }

    #[test]
    fn tables_find_their_keys_and_no_others() {
        for keys in [0_usize, 1, 2, 7, 600] {
            let key = |number: usize| u32::try_from(number * number * 31).unwrap_or(0);
            let mut table = Table::for_keys(keys);
            for number in 0..keys {
                assert_eq!(table.slot(key(number), number), number);
                assert_eq!(table.slot(key(number), 999), number);
            }
            for number in 0..keys {
                assert_eq!(table.find(key(number)), u16::try_from(number).ok());
            }
            assert_eq!(table.find(key(keys) + 1), None);
        }
        assert_eq!(Table::default().find(5), None);
    }
}
